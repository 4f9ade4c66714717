package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cfptrace.participant.TestRegistry.MAKER;
import static org.cfptrace.participant.TestRegistry.MILL;
import static org.cfptrace.participant.TestRegistry.NOW;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** Each refusal differs from an accepted call in one thing. */
class SignedCallTest {
  private static final URI DOOR = URI.create("https://registry.example/api/v1/things?x=1");
  private static final String PATH = "/api/v1/things?x=1";
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final String REGISTRY = "did:web:registry.cfptrace.example";

  private final SigningKey key = SigningKey.generate();

  @Test
  void acceptsTheCallThatWasSigned() {
    var call = check(call(), REGISTRY, "PUT", PATH, BODY, NOW);
    assertThat(call.caller()).isEqualTo(MILL);
    assertThat(call.signedBy()).isEqualTo(key.thumbprint());
    assertThat(call.expiresAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void refusesAnotherAudienceMethodPathOrBody() {
    assertThat(reason(call(), "did:web:other.example", "PUT", PATH, BODY, NOW))
        .isEqualTo(Reason.NOT_FOR_US);
    assertThat(reason(call(), REGISTRY, "DELETE", PATH, BODY, NOW)).isEqualTo(Reason.NOT_FOR_US);
    assertThat(reason(call(), REGISTRY, "PUT", "/api/v1/things", BODY, NOW))
        .isEqualTo(Reason.NOT_FOR_US);
    assertThat(reason(call(), REGISTRY, "PUT", PATH, new byte[0], NOW))
        .isEqualTo(Reason.NOT_FOR_US);
  }

  @Test
  void refusesACallTooLateOrTooEarly() {
    var late = NOW.plusSeconds(60).plus(Duration.ofMinutes(2));
    assertThat(check(call(), REGISTRY, "PUT", PATH, BODY, late.minusSeconds(1))).isNotNull();
    assertThat(reason(call(), REGISTRY, "PUT", PATH, BODY, late)).isEqualTo(Reason.EXPIRED);
    assertThat(reason(call(), REGISTRY, "PUT", PATH, BODY, NOW.minusSeconds(121)))
        .isEqualTo(Reason.ISSUED_IN_FUTURE);
  }

  @Test
  void refusesACallThatLivesLongerThanAMinute() {
    assertThat(reason(madeByHand(MILL, 61), REGISTRY, "PUT", PATH, BODY, NOW))
        .isEqualTo(Reason.LIFETIME_TOO_LONG);
    assertThat(check(madeByHand(MILL, 60), REGISTRY, "PUT", PATH, BODY, NOW)).isNotNull();
  }

  @Test
  void refusesAnUnknownKeyAndAKeyOfAnotherCompany() {
    var stranger =
        SignedCall.authorise(SigningKey.generate(), MILL, REGISTRY, "PUT", DOOR, BODY, clock(NOW));
    assertThat(reason(stranger, REGISTRY, "PUT", PATH, BODY, NOW)).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(reason(madeByHand(MAKER, 60), REGISTRY, "PUT", PATH, BODY, NOW))
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  void refusesOtherSchemesAndOtherTokens() {
    assertThat(reason("Bearer x", REGISTRY, "PUT", PATH, BODY, NOW))
        .isEqualTo(Reason.MALFORMED_TOKEN);
    var binding =
        new KeyBinding(MILL, ParticipantKeys.make().encryption().sealingKey(), "n", NOW).sign(key);
    assertThat(reason(SignedCall.SCHEME + binding, REGISTRY, "PUT", PATH, BODY, NOW))
        .isEqualTo(Reason.MALFORMED_HEADER);
  }

  private String call() {
    return SignedCall.authorise(key, MILL, REGISTRY, "PUT", DOOR, BODY, clock(NOW));
  }

  private String madeByHand(ParticipantId caller, long seconds) {
    var claims =
        StrictJson.object()
            .put("iss", caller.did())
            .put("aud", REGISTRY)
            .put("iat", NOW.getEpochSecond())
            .put("exp", NOW.getEpochSecond() + seconds)
            .put("jti", "0b9f3a52-6f0c-4a2c-9d70-0d4f7b8f1c11")
            .put("htm", "PUT")
            .put("htu", PATH)
            .put("bodySha256", "RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o");
    return SignedCall.SCHEME + Jws.sign(key, SignedCall.TYPE, StrictJson.write(claims));
  }

  private SignedCall check(
      String header, String audience, String method, String path, byte[] body, Instant now) {
    return SignedCall.check(
        header,
        audience,
        method,
        path,
        body,
        kid ->
            kid.equals(key.thumbprint())
                ? Optional.of(new SignedCall.Signer(MILL, key.verificationKey()))
                : Optional.empty(),
        now);
  }

  private Reason reason(
      String header, String audience, String method, String path, byte[] body, Instant now) {
    return catchThrowableOfType(
            UntrustedException.class, () -> check(header, audience, method, path, body, now))
        .reason();
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
