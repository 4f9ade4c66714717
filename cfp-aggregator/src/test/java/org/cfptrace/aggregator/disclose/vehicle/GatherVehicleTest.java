package org.cfptrace.aggregator.disclose.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** What is known of a vehicle becomes facts. */
class GatherVehicleTest {
  private static Subject<VehicleOptions> subject(String product, VehicleOptions options) {
    return new Subject<>(
        Trees.product(product).toString(), Optional.empty(), Trees.YEAR, Trees.AS_OF, options);
  }

  @Test
  void resultsNameTheirUnit() {
    Gathered<VehicleFacts> gathered =
        Cars.target(Cars::small).gather(Trees.MAKER, subject("Car", Cars.OWNER));

    assertThat(gathered.results())
        .containsExactly(
            new Named("complete", "true"),
            new Named("kgCo2ePerVehicleExclBiogenicUptake", "18"),
            new Named("kgCo2ePerVehicleInclBiogenicUptake", "18"),
            new Named("kgCo2ePerKilogram", "2"),
            new Named("kgCo2ePerKilometre", "0.00009"));
    assertThat(gathered.facts().inside().orElseThrow().battery()).contains(KgCo2e.of("8"));
  }

  @Test
  void whatWasFoundOfTheProductStays() {
    Gathered<VehicleFacts> gathered =
        Cars.target(Cars::small).gather(Trees.MAKER, subject("Car", Cars.OWNER));

    assertThat(gathered.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.NOT_ANCHORED);
  }

  @Test
  void aVehicleWithoutTheBatteryItsModelNamesAndWithoutRatingsIsWarnedOf() {
    Gathered<VehicleFacts> gathered =
        Cars.target(Cars::bare).gather(Trees.MAKER, subject("Car", Cars.OWNER));

    assertThat(gathered.findings())
        .extracting(Finding::code)
        .containsExactly(
            Finding.Code.NOT_ANCHORED, Finding.Code.NOT_STATED, Finding.Code.NOT_STATED);
    assertThat(gathered.facts().inside().orElseThrow().battery()).isEmpty();
  }

  @Test
  void aPartListOfMoreRowsThanAWorkbookTakesIsForbiddenForItsOwnerAndNotForACustomer() {
    // The car's own emissions are a row, too, and what else is no part.
    int others = rows(Cars.ofParts(10)) - 10;
    VehicleFootprint most = Cars.ofParts(20_000 - others);
    VehicleFootprint more = Cars.ofParts(20_001 - others);

    assertThat(tooMany(most, Cars.OWNER)).isEmpty();
    assertThat(tooMany(more, Cars.OWNER))
        .containsExactly(
            Finding.of(
                Finding.Code.VALUE_NOT_TAKEN,
                "a part list has at most 20000 rows, this vehicle has 20001"));
    assertThat(tooMany(more, Cars.CUSTOMER)).isEmpty();
  }

  private static int rows(VehicleFootprint vehicle) {
    return Cars.facts(vehicle, Cars.OWNER).inside().orElseThrow().rows().size();
  }

  private static List<Finding> tooMany(VehicleFootprint vehicle, VehicleOptions options) {
    return FactsOf.findings(vehicle, Cars.facts(vehicle, options)).stream()
        .filter(finding -> finding.code() == Finding.Code.VALUE_NOT_TAKEN)
        .toList();
  }

  @Test
  void whatIsNoVehicleIsNotFound() {
    assertThatThrownBy(
            () -> Cars.target(Cars::small).gather(Trees.MAKER, subject("Bolt", Cars.OWNER)))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  @Test
  void factsForACustomerHoldNothingOfTheInside() {
    Gathered<VehicleFacts> gathered =
        Cars.target(Cars::large).gather(Trees.MAKER, subject("Car", Cars.CUSTOMER));

    assertThat(gathered.facts().inside()).isEmpty();
    assertThat(gathered.facts().toString()).doesNotContain("Cell").doesNotContain("cellsaaa");
  }

  @Test
  void optionsAreSortedAndStandOnce() {
    VehicleOptions options =
        new VehicleOptions(List.of("B", "A", "B"), Audience.OWNER, Optional.empty());

    assertThat(options.options()).containsExactly("A", "B");
    assertThat(options.built()).containsExactlyInAnyOrder("A", "B");
  }
}
