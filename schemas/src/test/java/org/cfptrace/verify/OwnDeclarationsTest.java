package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** What we kept of our own declarations, and the inputs an auditor is shown one by one. */
class OwnDeclarationsTest {
  private static final EnumSet<ClaimName> AUDITOR =
      EnumSet.of(ClaimName.AUDIENCE, ClaimName.INPUTS);

  private final TwoCompanies companies = new TwoCompanies();

  @Test
  void aKeptDeclarationGivesTheSameViews() {
    SignedDeclaration signed = withInputs(250);

    SignedDeclaration restored =
        HopTest.accepted(
            OwnDeclarations.restore(
                signed.bytes(), signed.opening(), companies.millSigns.verificationKey()));

    assertThat(restored.id()).isEqualTo(signed.id());
    assertThat(restored.jti()).isEqualTo(signed.jti());
    assertThat(restored.claims()).isEqualTo(signed.claims());
    assertThat(restored.bytes()).isEqualTo(signed.bytes());
    assertThat(restored.view(AUDITOR, Set.of(7, 249)))
        .isEqualTo(signed.view(AUDITOR, Set.of(7, 249)));
  }

  @Test
  void anAuditorSeesTheInputsItIsShownAndNoOther() {
    SignedDeclaration signed = withInputs(250);

    InputsClaim shown = inputs(signed.view(AUDITOR, Set.of(0, 99, 100, 249)));

    assertThat(shown.elements())
        .extracting(InputElement::contribution)
        .containsExactly(
            KgCo2e.of("0.1"), KgCo2e.of("99.1"), KgCo2e.of("100.1"), KgCo2e.of("249.1"));
    assertThat(inputs(signed.view(AUDITOR, Set.of())).elements()).isEmpty();
    assertThatThrownBy(() -> signed.view(AUDITOR, Set.of(250)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aViewAboveTheLimitIsToBeShownInPages() {
    SignedDeclaration signed = withInputs(400);

    assertThatThrownBy(() -> signed.view(AUDITOR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 KiB");
    assertThat(signed.bytes().length).isGreaterThan(64 * 1024);
  }

  @Test
  void aStoreThatWasTamperedWithIsNotBelieved() {
    SignedDeclaration signed = withInputs(3);
    SignedDeclaration other = companies.steel();
    byte[] spoiled = signed.bytes();
    spoiled[spoiled.length - 5] ^= 1;

    assertThat(restore(signed.bytes(), other.opening())).contains(Reason.COMMITMENT_DOES_NOT_OPEN);
    assertThat(restore(spoiled, signed.opening())).isPresent();
    assertThat(
            OwnDeclarations.restore(
                    signed.bytes(), signed.opening(), SigningKey.generate().verificationKey())
                .whyNot())
        .contains(Reason.BAD_SIGNATURE);
  }

  @Test
  void whatWasCutOffAtItsEndIsNotBelieved() {
    SignedDeclaration signed = companies.steel();
    String kept = text(signed);
    String withoutLast = kept.substring(0, kept.length() - 1);
    String tokenAlone = kept.substring(0, kept.indexOf('~'));

    for (String cut : List.of(withoutLast, tokenAlone)) {
      assertThat(refused(cut, signed.opening()))
          .isEqualTo(
              new Reading.Refused<SignedDeclaration>(
                  Reason.MALFORMED_TOKEN,
                  "expected a token and disclosures, each ended by ~",
                  Optional.empty()));
    }
  }

  @Test
  void aKeptPayloadIsOfTheFormOfADeclaration() {
    SignedDeclaration signed = companies.steel();

    assertThat(refused(signedByUs(StrictJson.object()) + "~", signed.opening()))
        .isEqualTo(
            new Reading.Refused<SignedDeclaration>(
                Reason.MALFORMED_PAYLOAD, "iss: missing", Optional.empty()));
    assertThat(
            refused(signedByUs(payload(signed).put("iat", Long.MAX_VALUE)) + "~", signed.opening()))
        .isEqualTo(
            new Reading.Refused<SignedDeclaration>(
                Reason.BAD_NUMBER, "iat: not an instant in seconds", Optional.empty()));
  }

  @Test
  void aKeptClaimOutsideTheListIsRefused() {
    SignedDeclaration signed = companies.steel();
    String unknown =
        Base64Url.encode(
            "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"colour\",\"red\"]".getBytes(StandardCharsets.US_ASCII));
    ObjectNode payload = payload(signed);
    List<String> digests = new ArrayList<>();
    payload.get("_sd").forEach(digest -> digests.add(digest.textValue()));
    digests.set(0, Base64Url.encode(Sha256.of(unknown.getBytes(StandardCharsets.US_ASCII))));
    ArrayNode sorted = payload.putArray("_sd");
    digests.stream().sorted().forEach(sorted::add);

    assertThat(refused(signedByUs(payload) + "~" + unknown + "~", signed.opening()))
        .isEqualTo(
            new Reading.Refused<SignedDeclaration>(
                Reason.UNKNOWN_CLAIM, "not one of the 23 claims", Optional.empty()));
  }

  private Reading.Refused<SignedDeclaration> refused(String kept, CommitmentOpening opening) {
    return HopTest.refused(
        OwnDeclarations.restore(
            kept.getBytes(StandardCharsets.US_ASCII),
            opening,
            companies.millSigns.verificationKey()));
  }

  private String signedByUs(ObjectNode payload) {
    return Jws.sign(companies.millSigns, DraftDeclaration.TYP, StrictJson.write(payload));
  }

  private static ObjectNode payload(SignedDeclaration signed) {
    return (ObjectNode) StrictJson.parse(Base64Url.decode(text(signed).split("\\.", -1)[1]));
  }

  private static String text(SignedDeclaration signed) {
    return new String(signed.bytes(), StandardCharsets.US_ASCII);
  }

  private Optional<Reason> restore(byte[] kept, CommitmentOpening opening) {
    return OwnDeclarations.restore(kept, opening, companies.millSigns.verificationKey()).whyNot();
  }

  private InputsClaim inputs(String view) {
    DraftMessage draft =
        new DraftMessage(
            TwoCompanies.MILL,
            TwoCompanies.PARTS,
            MessageType.DECLARATION,
            "thread-1",
            1,
            new DeclarationBody(view, Optional.empty()).toJson());
    VerifiedDeclaration received =
        HopTest.accepted(companies.received(companies.sealed(companies.signed(draft))));
    return (InputsClaim) received.claim(ClaimName.INPUTS).orElseThrow();
  }

  private SignedDeclaration withInputs(int count) {
    List<InputElement> elements = IntStream.range(0, count).mapToObj(this::input).toList();
    return TwoCompanies.steelFor(TwoCompanies.PARTS)
        .with(new InputsClaim(elements))
        .sign(companies.millSigns, TwoCompanies.NOW, companies.random);
  }

  private InputElement input(int place) {
    SignedDeclaration ore = place == 0 ? companies.steel() : null;
    Optional<InputElement.Source> source =
        Optional.ofNullable(ore)
            .map(
                from ->
                    new InputElement.Source(
                        TwoCompanies.MILL,
                        new DeclarationId(from.id().value()),
                        from.commitment(),
                        TwoCompanies.STEEL));
    return new InputElement(
        source,
        Quantity.of("2.5", DeclaredUnit.KILOGRAM),
        Yield.of("0.8"),
        Fraction.ONE,
        KgCo2e.of(place + ".1"),
        Optional.empty(),
        "OK",
        OptionalInt.empty());
  }
}
