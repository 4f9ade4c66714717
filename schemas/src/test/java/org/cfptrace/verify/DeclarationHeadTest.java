package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.keys.Jws;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** Header and payload of a declaration say which it is, whose, and with which key it was signed. */
class DeclarationHeadTest {
  private final TwoCompanies companies = new TwoCompanies();
  private final SignedDeclaration steel = companies.steel();
  private final String shown = steel.view(EnumSet.of(ClaimName.PRODUCT));
  private final String bare = shown.substring(0, shown.indexOf('~'));
  private final String signingInput = bare.substring(0, bare.lastIndexOf('.'));

  @Test
  void aDeclarationIsKnownWithItsDisclosuresAndWithout() {
    isSteel(DeclarationHead.ofToken(shown));
    isSteel(DeclarationHead.ofToken(bare));
    isSteel(DeclarationHead.ofSigningInput(signingInput));
  }

  private void isSteel(Reading<DeclarationHead> reading) {
    DeclarationHead head = HopTest.accepted(reading);
    assertThat(head.id()).isEqualTo(steel.id());
    assertThat(head.issuer()).isEqualTo(TwoCompanies.MILL);
    assertThat(head.signedWith()).isEqualTo(companies.millSigns.thumbprint());
    assertThat(head.commitment().asOptional()).contains(steel.commitment());
  }

  @Test
  void nothingElseThatIsSignedPassesForADeclaration() {
    String message = companies.signed(companies.carrying(steel)).token();

    assertThat(DeclarationHead.ofToken(message).whyNot()).contains(Reason.MALFORMED_HEADER);
    assertThat(DeclarationHead.ofSigningInput(bare).whyNot()).contains(Reason.MALFORMED_TOKEN);
    assertThat(DeclarationHead.ofSigningInput("").whyNot()).contains(Reason.MALFORMED_TOKEN);
    assertThat(DeclarationHead.ofToken("").whyNot()).contains(Reason.MALFORMED_TOKEN);
    assertThat(DeclarationHead.ofToken("~" + bare).whyNot()).contains(Reason.MALFORMED_TOKEN);
  }

  @Test
  void aPayloadIsReadAsStrictlyAsOnReceipt() {
    assertThat(head("{\"iss\":\"a\",\"iss\":\"b\"}").whyNot()).contains(Reason.MALFORMED_PAYLOAD);
    assertThat(head("{}"))
        .isEqualTo(
            new Reading.Refused<DeclarationHead>(
                Reason.MALFORMED_PAYLOAD, "payload.iss: missing", Optional.empty()));
  }

  @Test
  void aPayloadMayNameItsIssuerAndCommitToNothing() {
    byte[] payload = StrictJson.write(StrictJson.object().put("iss", TwoCompanies.MILL.did()));
    DeclarationHead head = HopTest.accepted(head(new String(payload, StandardCharsets.US_ASCII)));

    assertThat(head.issuer()).isEqualTo(TwoCompanies.MILL);
    assertThat(head.commitment().whyNot()).contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void whatIsLongerThanAnyIsNotOpened() {
    String padded = signingInput + "A".repeat(DeclarationHead.LONGEST - signingInput.length());

    assertThat(DeclarationHead.ofSigningInput(padded).whyNot())
        .isPresent()
        .isNotEqualTo(Optional.of(Reason.TOO_LARGE));
    assertThat(DeclarationHead.ofSigningInput(padded + "A"))
        .isEqualTo(
            new Reading.Refused<DeclarationHead>(
                Reason.TOO_LARGE, "above 32 KiB", Optional.empty()));
  }

  private Reading<DeclarationHead> head(String payload) {
    return DeclarationHead.ofToken(
        Jws.sign(
            companies.millSigns,
            DraftDeclaration.TYP,
            payload.getBytes(StandardCharsets.US_ASCII)));
  }
}
