package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.junit.jupiter.api.Test;

/** The last length that is looked into, and the first that is not. */
class LimitsTest {
  private static final int ENVELOPE = 256 * 1024 / 3 * 4 + 1024;
  private static final int MESSAGE = 256 * 1024 - 1;
  private static final int TOKEN = 64 * 1024;

  private final TwoCompanies companies = new TwoCompanies();

  @Test
  void anEnvelopeHoldsTheLargestSizeClassAndItsFourSmallParts() {
    assertStopped(opened(ENVELOPE), Reason.MALFORMED_ENVELOPE, "expected five parts");
    assertStopped(opened(ENVELOPE + 1), Reason.TOO_LARGE, "an envelope above 256 KiB");
  }

  @Test
  void aMessageIsOneByteSmallerThanTheLargestSizeClass() {
    assertStopped(message(MESSAGE), Reason.MALFORMED_TOKEN, "expected three parts");
    assertStopped(message(MESSAGE + 1), Reason.TOO_LARGE, "above 256 KiB");
  }

  @Test
  void aDeclarationHoldsSixtyFourKib() {
    assertStopped(
        declaration(TOKEN),
        Reason.MALFORMED_TOKEN,
        "expected a token and disclosures, each ended by ~");
    assertStopped(declaration(TOKEN + 1), Reason.TOO_LARGE, "above 64 KiB");
  }

  @Test
  void anyOtherTokenHoldsSixtyFourKib() {
    assertStopped(token(TOKEN), Reason.MALFORMED_TOKEN, "expected three parts");
    assertStopped(token(TOKEN + 1), Reason.TOO_LARGE, "expected at most 64 KiB");
  }

  private Reading<byte[]> opened(int length) {
    return companies.partsReads().open(text(length), List.of(companies.partsOpens));
  }

  private Reading<VerifiedMessage> message(int length) {
    return companies.partsReads().message(text(length));
  }

  private Reading<VerifiedDeclaration> declaration(int length) {
    String text = new String(text(length), StandardCharsets.US_ASCII);
    DraftMessage carrier =
        new DraftMessage(
            TwoCompanies.MILL,
            TwoCompanies.PARTS,
            MessageType.DECLARATION,
            "thread-1",
            1,
            new DeclarationBody(text, Optional.empty()).toJson());
    return companies
        .partsReads()
        .message(companies.signed(carrier).bytes())
        .then(companies.partsReads()::declaration);
  }

  private static Reading<StrictJws.Verified> token(int length) {
    String text = new String(text(length), StandardCharsets.US_ASCII);
    return StrictJws.read(text, "any+jwt", kid -> Optional.empty());
  }

  private static byte[] text(int length) {
    return "A".repeat(length).getBytes(StandardCharsets.US_ASCII);
  }

  private static <T> void assertStopped(Reading<T> reading, Reason reason, String detail) {
    Reading.Refused<T> refused = HopTest.refused(reading);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.detail()).isEqualTo(detail);
  }
}
