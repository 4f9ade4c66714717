package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.keys.Jws;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** One hop, from the mill's figure to the parts maker's verified one. */
class HopTest {
  private final TwoCompanies companies = new TwoCompanies();

  @Test
  void theFigureArrivesAsItWasStated() {
    assertArrives(companies);
  }

  static void assertArrives(TwoCompanies hop) {
    SignedDeclaration steel = hop.steel();

    VerifiedDeclaration received =
        accepted(hop.received(hop.sealed(hop.signed(hop.carrying(steel)))));

    assertThat(received.id()).isEqualTo(steel.id());
    assertThat(received.issuer()).isEqualTo(TwoCompanies.MILL);
    assertThat(received.total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
    assertThat(received.total().orElseThrow().complete()).isTrue();
    assertThat(received.product().orElseThrow().unit()).isEqualTo(DeclaredUnit.KILOGRAM);
    assertThat(received.product().orElseThrow().productName()).isEqualTo("熱延鋼板 hot rolled coil");
    assertThat(received.stages().orElseThrow().cells()).isEqualTo(TwoCompanies.THREE);
    assertThat(received.shown()).isEqualTo(TwoCompanies.NEXT_TIER);
    assertThat(received.opening()).contains(steel.opening());
    assertThat(received.isRepeat()).isFalse();
  }

  @Test
  void withoutTheTotalNeitherOpeningNorStagesTravel() {
    SignedDeclaration steel = companies.steel();
    EnumSet<ClaimName> shown = EnumSet.of(ClaimName.AUDIENCE, ClaimName.PRODUCT);

    VerifiedDeclaration received =
        accepted(read(new DeclarationBody(steel.view(shown), Optional.empty())));

    assertThat(received.shown()).isEqualTo(shown);
    assertThat(received.total()).isEmpty();
    assertThat(read(new DeclarationBody(steel.view(shown), Optional.of(steel.opening()))).whyNot())
        .contains(Reason.OPENING_WITHOUT_TOTAL);
    shown.add(ClaimName.STAGES);
    assertThat(read(new DeclarationBody(steel.view(shown), Optional.empty())).whyNot())
        .contains(Reason.STAGES_WITHOUT_TOTAL);
  }

  @Test
  void aViewHoldsNothingOfWhatItDoesNotShow() {
    String view = companies.steel().view(EnumSet.of(ClaimName.AUDIENCE));

    assertThat(view.split("~")).hasSize(2);
  }

  @Test
  void everyCopyHasItsOwnIdentity() {
    SignedDeclaration one = companies.steel();
    SignedDeclaration two = companies.steel();

    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(one.jti()).isNotEqualTo(two.jti());
    assertThat(one.commitment()).isNotEqualTo(two.commitment());
    assertThat(one.view(EnumSet.of(ClaimName.TOTAL)).split("~", -1)[1])
        .isNotEqualTo(two.view(EnumSet.of(ClaimName.TOTAL)).split("~", -1)[1]);
  }

  @Test
  void theSameMessageAgainIsARepeatAndNothingMore() {
    SignedMessage message = companies.signed(companies.carrying(companies.steel()));
    VerifiedMessage first = accepted(companies.partsReads().message(message.bytes()));
    companies.seen.put(TwoCompanies.MILL + " " + first.jti(), first.digest());

    VerifiedMessage second = accepted(companies.partsReads().message(message.bytes()));

    assertThat(first.isRepeat()).isFalse();
    assertThat(second.isRepeat()).isTrue();
  }

  @Test
  void anIdentifierWithOtherContentIsRefusedAndTheSenderKnown() {
    SignedMessage message = companies.signed(companies.carrying(companies.steel()));
    companies.seen.put(TwoCompanies.MILL + " " + message.jti(), "other content");

    Reading<VerifiedMessage> reading = companies.partsReads().message(message.bytes());

    Reading.Refused<VerifiedMessage> refused = refused(reading);
    assertThat(refused.reason()).isEqualTo(Reason.REPLAYED);
    assertThat(refused.origin())
        .contains(new Origin(TwoCompanies.MILL, message.jti(), "thread-1", 1));
  }

  @Test
  void aMessageToSomeoneElseIsNotAnsweredToItsSigner() {
    SignedMessage message = companies.signed(companies.carrying(companies.steel()));

    Reading.Refused<VerifiedMessage> refused =
        refused(companies.reader(TwoCompanies.MILL).message(message.bytes()));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_FOR_US);
    assertThat(refused.origin()).isEmpty();
  }

  @Test
  void aTypeOfTomorrowIsRefusedButCountsInItsThread() {
    String jti = companies.random.urnUuid();
    ObjectNode claims =
        StrictJson.object()
            .put("iss", TwoCompanies.MILL.did())
            .put("aud", TwoCompanies.PARTS.did())
            .put("jti", jti)
            .put("iat", TwoCompanies.NOW.getEpochSecond())
            .put("exp", TwoCompanies.at(60).getEpochSecond())
            .put("thread", "thread-1")
            .put("seq", 7)
            .put("type", "Tomorrow");
    claims.putObject("body");
    String token = Jws.sign(companies.millSigns, DraftMessage.TYP, StrictJson.write(claims));

    Reading.Refused<VerifiedMessage> refused =
        refused(companies.partsReads().message(token.getBytes(StandardCharsets.US_ASCII)));

    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_MESSAGE_TYPE);
    assertThat(refused.origin()).contains(new Origin(TwoCompanies.MILL, jti, "thread-1", 7));
  }

  @Test
  void aReceiptIsAMessageLikeAnyOther() {
    ReceiptBody receipt = ReceiptBody.refused(companies.random.urnUuid(), "UNIT_MISMATCH");
    DraftMessage draft =
        new DraftMessage(
            TwoCompanies.MILL,
            TwoCompanies.PARTS,
            MessageType.RECEIPT,
            "thread-1",
            2,
            receipt.toJson());

    VerifiedMessage message =
        accepted(companies.partsReads().message(companies.signed(draft).bytes()));

    assertThat(ReceiptBody.fromJson(message.body())).isEqualTo(receipt);
    assertThatThrownBy(() -> companies.partsReads().declaration(message))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHeaderAndTheNumberOfDigestsAreTheSameForEveryDeclaration() {
    String[] parts = companies.steel().view(EnumSet.noneOf(ClaimName.class)).split("\\.", -1);

    assertThat(text(parts[0]))
        .isEqualTo(
            "{\"alg\":\"ES256\",\"kid\":\""
                + companies.millSigns.thumbprint()
                + "\",\"typ\":\"cfp-decl-v1+sd-jwt\"}");
    assertThat(StrictJson.parse(Base64Url.decode(parts[1])).get("_sd")).hasSize(32);
  }

  private Reading<VerifiedDeclaration> read(DeclarationBody body) {
    DraftMessage draft =
        new DraftMessage(
            TwoCompanies.MILL,
            TwoCompanies.PARTS,
            MessageType.DECLARATION,
            "thread-1",
            1,
            body.toJson());
    return companies.received(companies.sealed(companies.signed(draft)));
  }

  private static String text(String base64) {
    return new String(Base64Url.decode(base64), StandardCharsets.UTF_8);
  }

  static <T> T accepted(Reading<T> reading) {
    return reading.fold(
        Reading.Accepted::value,
        held -> {
          throw new AssertionError("held: " + held);
        },
        refused -> {
          throw new AssertionError("refused: " + refused);
        });
  }

  static <T> Reading.Refused<T> refused(Reading<T> reading) {
    return reading.fold(
        accepted -> {
          throw new AssertionError("accepted: " + accepted);
        },
        held -> {
          throw new AssertionError("held: " + held);
        },
        refused -> refused);
  }
}
