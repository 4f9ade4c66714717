package org.cfptrace.aggregator.disclose.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.VerificationShares;
import org.junit.jupiter.api.Test;

/** A vehicle becomes rows. */
class PartRowsTest {
  private static PartRow row(VehicleFootprint vehicle, String name) {
    return PartRows.of(vehicle).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyNodeIsOneRowAndTheVehicleItselfIsNone() {
    List<PartRow> rows = PartRows.of(Cars.small());

    assertThat(rows).extracting(PartRow::name).containsExactly("Car, own plants", "Pack", "Cell");
    assertThat(rows).extracting(PartRow::level).containsExactly(1, 1, 2);
    assertThat(rows)
        .extracting(it -> String.join("/", it.path()))
        .containsExactly("Car/own plants", "Car/Pack", "Car/Pack/Cell");
    assertThat(rows).extracting(it -> it.exclOrNothing().text()).containsExactly("10", "5", "3");
  }

  @Test
  void anAssemblyBringsItsMakingAndHasAllThatIsInItPerUnit() {
    PartRow pack = row(Cars.small(), "Pack");

    assertThat(pack.exclBiogenicUptake()).contains(KgCo2e.of("5"));
    assertThat(pack.perUnit()).contains(KgCo2e.of("8"));
    assertThat(pack.massKilograms()).contains(new BigDecimal("2"));
    assertThat(pack.rating().orElseThrow().dqr()).isEqualByComparingTo("2");
  }

  @Test
  void whatIsBoughtHasItsSupplierItsDeclarationAndItsQuality() {
    PartRow cell = row(Cars.large(), "Cell");

    assertThat(cell.supplier()).contains(Trees.company("cells").did());
    assertThat(cell.partId()).isEqualTo(Trees.product("Cell").toString());
    assertThat(cell.declarationId()).contains(Trees.declaration("Cell").value());
    assertThat(cell.quantity()).contains(new BigDecimal("192"));
    assertThat(cell.massKilograms()).contains(new BigDecimal("96"));
    assertThat(cell.perUnit()).contains(KgCo2e.of("3"));
    assertThat(cell.exclBiogenicUptake()).contains(KgCo2e.of("576"));
    assertThat(cell.primaryDataShare().orElseThrow().text()).isEqualTo("80");
    assertThat(cell.dataType()).isEqualTo(DataType.PRIMARY);
    assertThat(cell.stage()).isEqualTo("pre");
  }

  @Test
  void whatIsBoughtSaysWhatItRestsOnAndNothingElseDoes() {
    assertThat(row(Cars.large(), "Cell").verification()).contains(VerificationShares.SIGNED);
    assertThat(row(Cars.large(), "Pack").verification()).isEmpty();
    assertThat(row(Cars.large(), "Sheet body").verification()).isEmpty();
  }

  /** An auditor has verified 80 % of the cell's declaration; the pack is the maker's own. */
  @Test
  void whatAnAuditorHasVerifiedIsToldWithItsShare() {
    PartRow cell = row(Cars.large(), "Cell");

    assertThat(verified(cell, Optional.of(VerificationShares.audited("80"))))
        .containsExactly("AUDITED", "80");
    assertThat(verified(cell, cell.verification())).containsExactly("SIGNED", "");
    assertThat(verified(cell, Optional.empty())).containsExactly("", "");
  }

  private static List<String> verified(PartRow it, Optional<VerificationShares> verification) {
    PartRow row =
        new PartRow(
            it.level(),
            it.path(),
            it.partId(),
            it.name(),
            it.supplier(),
            it.share(),
            it.quantity(),
            it.unit(),
            it.massKilograms(),
            it.perUnit(),
            it.inclBiogenicUptake(),
            it.exclBiogenicUptake(),
            it.stage(),
            it.dataType(),
            it.state(),
            it.primaryDataShare(),
            it.rating(),
            it.scale(),
            verification,
            it.declarationId(),
            it.validFrom(),
            it.validTo(),
            it.basis(),
            it.factor());
    int type = PartColumns.HEAD.indexOf("verif_type");
    return PartColumns.texts(row).subList(type, type + 2);
  }

  /** Facts that were kept before rows said so are read as they are. */
  @Test
  void aRowThatWasKeptWithoutItIsRead() {
    PartRow cell = row(Cars.large(), "Cell");
    String kept = FactsJson.write(cell);
    String without = kept.replace("\"verification\":{\"declared\":\"100\",\"audited\":\"0\"},", "");

    assertThat(FactsJson.read(kept, PartRow.class)).isEqualTo(cell);
    assertThat(without).isNotEqualTo(kept);
    assertThat(FactsJson.read(without, PartRow.class).verification()).isEmpty();
  }

  @Test
  void whatIsLostOnTheWayIsConsumedToo() {
    PartRow body = row(Cars.large(), "Sheet body");

    assertThat(body.quantity()).contains(new BigDecimal("14.285714285714285714"));
    assertThat(body.exclBiogenicUptake()).contains(KgCo2e.of("30"));
    assertThat(body.dataType()).isEqualTo(DataType.SECONDARY);
    assertThat(body.factor()).contains("examples 1 STEEL");
  }

  @Test
  void uptakeStandsInItsOwnColumnAndStagesAreTold() {
    PartRow trim = row(Cars.large(), "=Trim 木材");

    assertThat(trim.exclBiogenicUptake()).contains(KgCo2e.of("4.5"));
    assertThat(trim.inclBiogenicUptake()).contains(KgCo2e.of("2.25"));
    assertThat(trim.stage()).isEqualTo("pre 3; main 1.5");
  }

  @Test
  void whatIsMissingHasAnAmountButNoFigure() {
    PartRow glass = row(Cars.large(), "Glass");

    assertThat(glass.dataType()).isEqualTo(DataType.MISSING);
    assertThat(glass.state()).isEqualTo("ASKED");
    assertThat(glass.quantity()).contains(new BigDecimal("4"));
    assertThat(glass.exclBiogenicUptake()).isEmpty();
    assertThat(glass.perUnit()).isEmpty();
  }

  @Test
  void anOptionIsThereOnlyWhereItWasChosen() {
    assertThat(PartRows.of(Cars.large())).extracting(PartRow::name).doesNotContain("Roof");
    assertThat(row(Cars.large("PANORAMA"), "Roof").exclBiogenicUptake()).contains(KgCo2e.of("4"));
  }

  @Test
  void inboundTransportIsARowOfItsOwn() {
    PartRow transport = row(Cars.large(), "Car, inbound transport");

    assertThat(transport.share()).isEqualTo(VehicleFootprint.Share.INBOUND_LOGISTICS);
    assertThat(transport.level()).isEqualTo(1);
    assertThat(transport.exclBiogenicUptake()).contains(KgCo2e.of("0.25"));
  }

  @Test
  void allRowsAndTheRoundingAreTheTotal() {
    VehicleFacts facts = Cars.facts(Cars.large("PANORAMA"), Cars.OWNER);
    VehicleFacts.Inside inside = facts.inside().orElseThrow();
    KgCo2e sum =
        inside.rows().stream().map(PartRow::exclOrNothing).reduce(KgCo2e.ZERO, KgCo2e::plus);

    assertThat(sum.plus(inside.rounding())).isEqualTo(facts.total());
    assertThat(inside.rounding().isZero()).isFalse();
    assertThat(inside.rounding().abs()).isLessThan(KgCo2e.of("0.000000002"));
    assertThat(facts.complete()).isFalse();
  }

  @Test
  void factsAreReadBackAsTheyWereWritten() {
    VehicleFacts facts = Cars.facts(Cars.large(), Cars.OWNER);

    assertThat(FactsJson.read(FactsJson.write(facts), VehicleFacts.class)).isEqualTo(facts);
    VehicleFacts outside = Cars.facts(Cars.large(), Cars.CUSTOMER);
    assertThat(FactsJson.read(FactsJson.write(outside), VehicleFacts.class)).isEqualTo(outside);
  }

  @Test
  void twoReadingsOfTwoVariantsAreNotPutTogether() {
    assertThatThrownBy(
            () -> FactsOf.vehicle(Cars.large("PANORAMA"), Cars.read(Cars.large()), Cars.OWNER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two totals");
  }
}
