package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.SizeClasses;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** Reads signed messages: shape, signature, standing, time, address, replay. */
final class MessageReader {
  private final ParticipantId me;
  private final Signers signers;
  private final Seen seen;
  private final Clock clock;

  MessageReader(ParticipantId me, Signers signers, Seen seen, Clock clock) {
    this.me = me;
    this.signers = signers;
    this.seen = seen;
    this.clock = clock;
  }

  Reading<VerifiedMessage> read(byte[] bytes) {
    Optional<Origin> origin = Optional.empty();
    try {
      Refusal.unless(bytes.length < SizeClasses.LARGEST, Reason.TOO_LARGE, "above 256 KiB");
      CompactToken token =
          CompactToken.parse(new String(bytes, StandardCharsets.ISO_8859_1), DraftMessage.TYP);
      JsonNode payload = StrictJson.parseCarrier(token.payload());
      Signers.Signed signed = signers.checkSignature(token, TokenClaims.issuer(payload));
      Members members = Members.of(payload, "");
      // First of all, so that even what nobody understands counts in its thread and is answered.
      origin = MessageClaims.origin(members, me);
      return Reading.accepted(judge(token, signed, MessageClaims.read(members)));
    } catch (Refusal refusal) {
      return refusal.asReading(origin);
    } catch (MalformedException e) {
      return Reading.stopped(Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), origin);
    }
  }

  private VerifiedMessage judge(CompactToken token, Signers.Signed signed, MessageClaims claims) {
    signers.checkStanding(signed, claims.issuedAt());
    checkTime(claims);
    Refusal.unless(
        claims.audience().equals(me), Reason.NOT_FOR_US, "addressed to " + claims.audience());
    String digest = Base64Url.encode(Sha256.of(token.signingInput()));
    boolean repeat = Replay.isRepeat(seen, claims.issuer(), claims.jti(), digest);
    return new VerifiedMessage(claims, token.kid(), digest, repeat);
  }

  private void checkTime(MessageClaims claims) {
    Refusal.unless(
        claims.expiresAt().isAfter(claims.issuedAt())
            && !claims.expiresAt().isAfter(claims.issuedAt().plus(DraftMessage.LONGEST_LIFE)),
        Reason.LIFETIME_TOO_LONG,
        "issued " + claims.issuedAt() + ", expires " + claims.expiresAt());
    Refusal.unless(
        !clock.instant().isAfter(claims.expiresAt().plus(Signers.SKEW)),
        Reason.EXPIRED,
        "expired at " + claims.expiresAt());
  }
}
