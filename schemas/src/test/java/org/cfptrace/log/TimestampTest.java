package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

class TimestampTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final BigInteger NONCE = BigInteger.valueOf(4711);
  private static final String NOTE =
      TestLog.note(TestLog.ofSize(5).checkpoint(), NOON, TestLog.FIRST);

  private final TestStamps authority = TestStamps.authority(NOON);

  @Test
  void saysWhenTheNoteWasThere() {
    Timestamp stamp = stamped(authority);

    assertThat(stamp.check(authority.certificate(), Optional.of(NONCE)).orElseThrow())
        .isEqualTo(NOON);
    assertThat(stamp.check(authority.certificate()).orElseThrow()).isEqualTo(NOON);
  }

  @Test
  void aStampOverAnotherNoteIsRefused() {
    assertRefused(new Timestamp(NOTE + "x", stamped(authority).token()), authority);
  }

  @Test
  void aStampOfAnotherAuthorityIsRefused() {
    assertRefused(stamped(TestStamps.authority(NOON)), authority);
  }

  @Test
  void aStampWithAnotherNonceIsRefused() {
    assertThat(
            stamped(authority)
                .check(authority.certificate(), Optional.of(NONCE.add(BigInteger.ONE)))
                .whyNot())
        .contains(LogReason.BAD_TIMESTAMP);
  }

  @Test
  void anAnswerToAnotherRequestIsNotTaken() {
    byte[] answer = authority.answer(Timestamp.request(NOTE, NONCE), NOON);

    assertThat(Timestamp.answered(NOTE, NONCE.add(BigInteger.ONE), answer).whyNot())
        .contains(LogReason.BAD_TIMESTAMP);
    assertThat(Timestamp.answered(NOTE + "x", NONCE, answer).whyNot())
        .contains(LogReason.BAD_TIMESTAMP);
    assertThat(Timestamp.answered(NOTE, NONCE, new byte[] {1, 2, 3}).whyNot())
        .contains(LogReason.BAD_TIMESTAMP);
    assertThat(Timestamp.answered(NOTE, NONCE, new byte[0]).whyNot())
        .contains(LogReason.BAD_TIMESTAMP);
  }

  @Test
  void aStampMadeAfterTheCertificateEndedIsRefused() {
    byte[] answer =
        authority.answer(Timestamp.request(NOTE, NONCE), NOON.plus(Duration.ofDays(200)));

    assertRefused(Timestamp.answered(NOTE, NONCE, answer).orElseThrow(), authority);
  }

  @Test
  void brokenBytesAreNoStamp() {
    byte[] token = stamped(authority).token();
    for (int place = 0; place < token.length; place += 7) {
      byte[] spoiled = token.clone();
      spoiled[place] ^= 0x20;
      // Some bytes lie in what nobody signs, such as the certificates sent along.
      new Timestamp(NOTE, spoiled).check(authority.certificate());
    }
    assertRefused(new Timestamp(NOTE, new byte[0]), authority);
    assertRefused(new Timestamp(NOTE, java.util.Arrays.copyOf(token, 100)), authority);
    assertRefused(new Timestamp(NOTE, new byte[Timestamp.LONGEST + 1]), authority);
  }

  @Test
  void theCertificateTravelsInTheTrustAnchor() {
    LogTrust trust =
        new LogTrust(
            TestLog.ORIGIN,
            TestLog.LOG.verifier(),
            java.util.List.of(),
            1,
            Optional.of(authority.certificate()));

    assertThat(
            LogTrust.from(org.cfptrace.strict.Members.of(trust.toJson(), "log"))
                .timestampCertificate())
        .contains(authority.certificate());
  }

  private static Timestamp stamped(TestStamps by) {
    byte[] answer = by.answer(Timestamp.request(NOTE, NONCE), NOON);
    return Timestamp.answered(NOTE, NONCE, answer).orElseThrow();
  }

  private static void assertRefused(Timestamp stamp, TestStamps authority) {
    assertThat(stamp.check(authority.certificate()).whyNot()).contains(LogReason.BAD_TIMESTAMP);
  }

  @Test
  void aCertificateThatIsNotForTimeStampingIsRefused() {
    // BouncyCastle's generator refuses to make such a stamp, so an honest one is shown under the
    // certificate of another purpose.
    TestStamps mail = TestStamps.of(Optional.of(KeyPurposeId.id_kp_emailProtection), NOON);
    TestStamps bare = TestStamps.of(Optional.empty(), NOON);

    assertRefused(stamped(authority), mail);
    assertRefused(stamped(authority), bare);
  }
}
