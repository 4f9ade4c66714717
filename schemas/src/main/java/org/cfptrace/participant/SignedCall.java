package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.TokenClaims;

/**
 * A participant's signature over one HTTP call: who calls whom, with which method, on which path,
 * with which body, for at most a minute, once. It travels as {@code Authorization: CFP-Signed
 * <token>} ({@code typ: cfp-call-v1+jwt}, claims {@code iss aud iat exp jti htm htu bodySha256}).
 *
 * @param id the call's {@code jti}; the receiver takes each one once
 */
public record SignedCall(
    ParticipantId caller, KeyThumbprint signedBy, UUID id, Instant madeAt, Instant expiresAt) {
  /** The token's type. */
  public static final String TYPE = "cfp-call-v1+jwt";

  /** The scheme of the {@code Authorization} header. */
  public static final String SCHEME = "CFP-Signed ";

  /** How long a call may live. */
  public static final Duration LONGEST = Duration.ofMinutes(1);

  /** How far two clocks may differ. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

  public SignedCall {
    requireNonNull(caller, "caller");
    requireNonNull(signedBy, "signedBy");
    requireNonNull(id, "id");
    requireNonNull(madeAt, "madeAt");
    requireNonNull(expiresAt, "expiresAt");
  }

  /** A key that may sign calls, and whose it is. */
  public record Signer(ParticipantId participant, VerificationKey key) {
    public Signer {
      requireNonNull(participant, "participant");
      requireNonNull(key, "key");
    }
  }

  /** The value of the {@code Authorization} header for one call to {@code audience}. */
  public static String authorise(
      SigningKey key,
      ParticipantId caller,
      String audience,
      String method,
      URI uri,
      byte[] body,
      Clock clock) {
    var now = clock.instant();
    var claims =
        StrictJson.object()
            .put("iss", caller.did())
            .put("aud", audience)
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LONGEST).getEpochSecond())
            .put("jti", UUID.randomUUID().toString())
            .put("htm", method)
            .put("htu", pathOf(uri))
            .put("bodySha256", sha256(body));
    return SCHEME + Jws.sign(key, TYPE, StrictJson.write(claims));
  }

  /**
   * Checks the header of a call that arrived.
   *
   * @param signers the keys that may sign, by thumbprint
   * @throws UntrustedException when anything differs from the call at hand; whether the call's id
   *     was seen before is for the caller to check
   */
  public static SignedCall check(
      String header,
      String audience,
      String method,
      String pathAndQuery,
      byte[] body,
      Function<KeyThumbprint, Optional<Signer>> signers,
      Instant now) {
    if (!header.startsWith(SCHEME)) {
      throw new UntrustedException(Reason.MALFORMED_TOKEN, "expected " + SCHEME.strip());
    }
    var signer = new Signer[1];
    var payload =
        Tokens.payload(
            header.substring(SCHEME.length()),
            TYPE,
            kid -> {
              var found = signers.apply(kid);
              signer[0] = found.orElse(null);
              return found.map(Signer::key);
            });
    try {
      var claims = Members.of(payload, "call");
      var call =
          new SignedCall(
              claims.value("iss", ParticipantId::new),
              signer[0].key().thumbprint(),
              claims.value("jti", UUID::fromString),
              TokenClaims.instant(claims, "iat"),
              TokenClaims.instant(claims, "exp"));
      require(
          call.caller.equals(signer[0].participant()),
          Reason.UNKNOWN_KEY,
          "signed with another's key");
      require(claims.text("aud").equals(audience), Reason.NOT_FOR_US, "meant for another audience");
      require(claims.text("htm").equals(method), Reason.NOT_FOR_US, "meant for another method");
      require(claims.text("htu").equals(pathAndQuery), Reason.NOT_FOR_US, "meant for another path");
      require(
          claims.text("bodySha256").equals(sha256(body)),
          Reason.NOT_FOR_US,
          "made for another body");
      claims.end();
      call.requireTimely(now);
      return call;
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }

  private void requireTimely(Instant now) {
    require(
        !expiresAt.isAfter(madeAt.plus(LONGEST)),
        Reason.LIFETIME_TOO_LONG,
        "lives longer than a minute");
    require(!madeAt.isAfter(now.plus(CLOCK_SKEW)), Reason.ISSUED_IN_FUTURE, "made in the future");
    require(expiresAt.plus(CLOCK_SKEW).isAfter(now), Reason.EXPIRED, "expired");
  }

  private static void require(boolean condition, Reason reason, String otherwise) {
    if (!condition) {
      throw new UntrustedException(reason, "call " + otherwise);
    }
  }

  // The path, not the whole address: behind a proxy the receiver does not know the name the caller
  // used, and "aud" already says who is meant.
  private static String pathOf(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static String sha256(byte[] body) {
    try {
      return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }
}
