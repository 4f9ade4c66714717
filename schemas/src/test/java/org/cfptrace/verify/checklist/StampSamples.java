package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_TIMESTAMP;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.cfptrace.log.TestLog;

/** Item 136: the stamp of an authority over a checkpoint. */
final class StampSamples {
  private static final BigInteger NONCE = BigInteger.valueOf(4711);
  private static final Instant TIME = Instant.ofEpochSecond(Cast.IAT);
  private static final long TWO_YEARS = 2 * 365L * 86_400;
  private static final String NOTE =
      TestLog.note(TestLog.ofSize(9).checkpoint(), TIME, TestLog.FIRST, TestLog.SECOND);
  private static final StampForge AUTHORITY =
      StampForge.certifiedFor(Optional.of(KeyPurposeId.id_kp_timeStamping));

  private StampSamples() {}

  static Stream<Sample> all() {
    String otherNote = TestLog.note(TestLog.ofSize(8).checkpoint(), TIME, TestLog.FIRST);
    StampForge bare = StampForge.certifiedFor(Optional.empty());
    StampForge mail = StampForge.certifiedFor(Optional.of(KeyPurposeId.id_kp_emailProtection));
    StampForge lax =
        StampForge.of(
            TestKey.named("time stamps"), Optional.of(KeyPurposeId.id_kp_timeStamping), false);
    StampForge stranger =
        StampForge.of(
            TestKey.named("a stranger's time stamps"),
            Optional.of(KeyPurposeId.id_kp_timeStamping),
            true);
    return Stream.of(
        sample(0, "accepted", "nothing", Sample.ACCEPTED, AUTHORITY, AUTHORITY, NOTE, NONCE),
        refused(
            "other-imprint", "the stamp is over another checkpoint", AUTHORITY, otherNote, NONCE),
        refused(
            "nonce-mismatch",
            "the stamp holds another nonce than was asked with",
            AUTHORITY,
            NOTE,
            NONCE.add(BigInteger.ONE)),
        refused("without-eku", "the authority's certificate names no purpose", bare, NOTE, NONCE),
        refused("other-eku", "the authority's certificate is for mail", mail, NOTE, NONCE),
        refused(
            "eku-not-critical",
            "the purpose in the authority's certificate may be ignored",
            lax,
            NOTE,
            NONCE),
        sample(
            0,
            "other-authority",
            "the stamp is of an authority nobody knows",
            BAD_TIMESTAMP.name(),
            stranger,
            AUTHORITY,
            NOTE,
            NONCE),
        LogForm.sample(
            0,
            Form.STAMP,
            "after-certificate-ended",
            "stamped after the authority's certificate had ended",
            BAD_TIMESTAMP.name(),
            LogForm.stamp(
                NOTE,
                AUTHORITY.stamp(NOTE, NONCE, TIME.plusSeconds(TWO_YEARS)),
                NONCE,
                AUTHORITY.certificate())));
  }

  private static Sample refused(
      String defect, String spoiled, StampForge authority, String stamped, BigInteger nonce) {
    return sample(136, defect, spoiled, BAD_TIMESTAMP.name(), authority, authority, stamped, nonce);
  }

  private static Sample sample(
      int item,
      String defect,
      String spoiled,
      String expected,
      StampForge by,
      StampForge known,
      String stamped,
      BigInteger nonce) {
    return LogForm.sample(
        item,
        Form.STAMP,
        defect,
        spoiled,
        expected,
        LogForm.stamp(NOTE, by.stamp(stamped, nonce, TIME), NONCE, known.certificate()));
  }
}
