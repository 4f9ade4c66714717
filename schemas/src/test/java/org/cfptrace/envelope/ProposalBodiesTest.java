package org.cfptrace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.FootprintProposalBody.Inputs;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** A proposal is read as it was written, and only where its parts fit together. */
class ProposalBodiesTest {
  private static final ProposalId ID =
      ProposalId.of("urn:uuid:44444444-4444-4444-8444-444444444444");
  private static final DeclaredEmissions CAR =
      DeclaredEmissions.of(
          Emissions.of(
              Map.of(
                  new Cell(Stage.PRE, EmissionAccount.FOSSIL), KgCo2e.of("10"),
                  new Cell(Stage.PRE, EmissionAccount.BIOGENIC_UPTAKE), KgCo2e.of("-2"),
                  new Cell(Stage.MAIN, EmissionAccount.FOSSIL), KgCo2e.of("8"),
                  new Cell(Stage.MAIN, EmissionAccount.LAND_MANAGEMENT_REMOVALS),
                      KgCo2e.of("-1"))));

  @Test
  void aProposalIsReadAsItWasWritten() {
    FootprintProposalBody body = proposal(CAR, true, new Inputs(2, 0));

    assertThat(read(body.toJson())).isEqualTo(body);
    assertThat(body.toJson().get("amounts"))
        .hasToString("{\"E\":\"18000000000\",\"R\":\"1000000000\",\"B\":\"2000000000\"}");
    assertThat(body.total().exclBiogenicUptake()).isEqualTo(KgCo2e.of("17"));
    assertThat(body.total().inclBiogenicUptake()).isEqualTo(KgCo2e.of("15"));
  }

  @Test
  void anAnswerIsReadAsItWasWritten() {
    ProposalAnswerBody yes = ProposalAnswerBody.accepted(ID, new DeclarationId("A".repeat(43)));
    ProposalAnswerBody no = ProposalAnswerBody.refused(ID, "別の期間です");

    assertThat(ProposalAnswerBody.fromJson(again(yes.toJson()))).isEqualTo(yes);
    assertThat(ProposalAnswerBody.fromJson(again(no.toJson()))).isEqualTo(no);
    assertThat(yes.isAccepted()).isTrue();
    assertThat(no.isAccepted()).isFalse();
  }

  @Test
  void amountsThatAreOffByAMicrogramAreRefused() {
    for (String name : List.of("E", "R", "B")) {
      ObjectNode json = proposal(CAR, true, new Inputs(2, 0)).toJson();
      ObjectNode amounts = (ObjectNode) json.get("amounts");
      amounts.put(name, Long.toString(Long.parseLong(amounts.get(name).textValue()) + 1));

      assertMalformed(() -> read(json));
    }
  }

  @Test
  void stagesThatDoNotAddUpAreRefused() {
    ObjectNode json = proposal(CAR, true, new Inputs(2, 0)).toJson();
    ((ObjectNode) json.at("/stages/cells/main")).put("fossil", "8.000000001");

    assertMalformed(() -> read(json));
  }

  @Test
  void aCompleteTotalHasNothingMissing() {
    ObjectNode json = proposal(CAR, true, new Inputs(2, 0)).toJson();
    ((ObjectNode) json.get("inputs")).put("missing", 1);

    assertMalformed(() -> read(json));
    assertThat(read(proposal(CAR, false, new Inputs(2, 1)).toJson()).inputs())
        .isEqualTo(new Inputs(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Inputs(2, 3));
  }

  @Test
  void anAnswerIsOneOfTheTwo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProposalAnswerBody(ID, Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProposalAnswerBody.refused(ID, "x".repeat(1001)));
  }

  @Test
  void whatIsPrintedShowsNoFigure() {
    assertThat(proposal(CAR, true, new Inputs(2, 0)).toString()).doesNotContain("17", "car");
  }

  private static FootprintProposalBody proposal(
      DeclaredEmissions declared, boolean complete, Inputs inputs) {
    return new FootprintProposalBody(
        ID,
        new ProductClaim(
            TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
            Optional.empty(),
            "car",
            "vehicle",
            DeclaredUnit.PIECE,
            Optional.empty()),
        new PeriodClaim(Period.ofYear(2026), LocalDate.parse("2029-12-31")),
        TotalClaim.of(declared.totals(), complete, Share.of("0.5")),
        declared.totals(),
        new StagesClaim(StageProfile.OURANOS, declared.cells()),
        Optional.empty(),
        MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE),
        inputs,
        "A".repeat(43));
  }

  private static FootprintProposalBody read(ObjectNode json) {
    return FootprintProposalBody.fromJson(again(json));
  }

  private static JsonNode again(ObjectNode json) {
    return StrictJson.parse(StrictJson.write(json));
  }

  private static void assertMalformed(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(MalformedException.class);
  }
}
