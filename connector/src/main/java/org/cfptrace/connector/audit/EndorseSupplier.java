package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.DeclarationHead;

/**
 * Our word to a supplier that it may show an auditor the declaration it gave us. It says nothing of
 * by whose word the auditor came to us, and its last moment is rounded to a day, so that two
 * suppliers cannot tell by it that they are asked in one audit.
 */
public final class EndorseSupplier {
  private final ParticipantId me;
  private final SigningKey key;
  private final Partners partners;
  private final Clock clock;
  private final Randomness randomness;

  public EndorseSupplier(
      ParticipantId me, SigningKey key, Partners partners, Clock clock, Randomness randomness) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.partners = requireNonNull(partners, "partners");
    this.clock = requireNonNull(clock, "clock");
    this.randomness = requireNonNull(randomness, "randomness");
  }

  /**
   * What an auditor needs to go on to a supplier.
   *
   * @param token empty where the leave ends with us
   * @param supplierKey the supplier's fingerprint as we have pinned it; where nothing is pinned any
   *     more, that of the key its declaration was signed with, which was pinned when it came
   */
  record Endorsed(Optional<String> token, Fingerprint supplierKey) {}

  /**
   * Towards the supplier that has given us this declaration.
   *
   * @param token the declaration as it came
   */
  Endorsed towards(
      ParticipantId supplier, DeclarationId declaration, String token, AskedAudit request) {
    Leave leave = request.leave().orElseThrow();
    KeyThumbprint pinned =
        partners.find(supplier).flatMap(Partner::pinnedKey).orElseGet(() -> signer(token));
    return new Endorsed(
        leave.depth() > 1
            ? Optional.of(sign(supplier, declaration, request.auditor(), leave))
            : Optional.empty(),
        Fingerprint.of(supplier, pinned));
  }

  /** The key named in the header; the signature was checked by it when the declaration came. */
  private static KeyThumbprint signer(String token) {
    return DeclarationHead.ofToken(token).asOptional().orElseThrow().signedWith();
  }

  private String sign(
      ParticipantId supplier, DeclarationId declaration, ParticipantId auditor, Leave leave) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Endorsement(
            me,
            auditor,
            supplier,
            randomness.urnUuid(),
            now,
            until(leave.until(), now),
            declaration,
            leave.depth() - 1,
            leave.auditorKey())
        .sign(key);
  }

  private static Instant until(Instant end, Instant now) {
    Instant day = end.truncatedTo(ChronoUnit.DAYS);
    return day.isAfter(now) ? day : end.truncatedTo(ChronoUnit.SECONDS);
  }
}
