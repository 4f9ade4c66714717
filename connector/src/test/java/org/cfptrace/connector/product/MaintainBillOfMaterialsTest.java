package org.cfptrace.connector.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

class MaintainBillOfMaterialsTest {
  private static final ExpectedVersion FIRST = new ExpectedVersion(0);
  private static final LineId COIL = new LineId("coil");
  private static final OwnFigures NOTHING_POSTED =
      new OwnFigures() {
        @Override
        public Optional<OwnFigure> inForce(TraceId product, Period period) {
          return Optional.empty();
        }

        @Override
        public Optional<Period> latestPeriod(TraceId product) {
          return Optional.empty();
        }
      };

  private final Shelf shelf = new Shelf();
  private final PartnerFigures partner = new PartnerFigures();
  private final MaintainBillOfMaterials maintain =
      new MaintainBillOfMaterials(
          shelf,
          shelf,
          new Footprints(
              shelf, shelf, NOTHING_POSTED, partner, OpenRequests.NONE, Clock.systemUTC()),
          partner,
          WhenChanged.NOBODY);

  @Test
  void everyFaultOfEveryLineIsTold() {
    var bracket = shelf.product("bracket", PIECE);
    var coil = shelf.product("coil", KILOGRAM);
    var soldInPieces = partner.sells("3", PIECE);

    Refused refused =
        refusal(
            () ->
                maintain.replace(
                    bracket,
                    new BillOfMaterials(
                        List.of(
                            Shelf.own("unknown", TraceId.random()),
                            Shelf.own("other-unit", coil),
                            bought("own", coil),
                            bought("mismatch", soldInPieces))),
                    FIRST));

    assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_FIELDS);
    assertThat(refused.errors())
        .extracting(FieldError::field, FieldError::code)
        .containsExactly(
            tuple("lines[0].ownTraceId", "UNKNOWN"),
            tuple("lines[1].unit", "UNIT_MISMATCH"),
            tuple("lines[2].sources[0].supplierTraceId", "DOUBLE_COUNT"),
            tuple("lines[3].sources[0].supplierTraceId", "UNIT_MISMATCH"));
    assertThat(shelf.of(bracket).version()).isZero();
  }

  @Test
  void aCircleIsToldWithNamesAndTraceIds() {
    var a = shelf.product("A", PIECE);
    var b = shelf.product("B", PIECE);
    shelf.madeOf(b, Shelf.own("a", a));

    Refused refused =
        refusal(() -> maintain.replace(a, new BillOfMaterials(List.of(Shelf.own("b", b))), FIRST));

    assertThat(refused.code()).isEqualTo(ProblemCode.BILL_OF_MATERIALS_CYCLE);
    assertThat(refused.detail()).isEqualTo("A (%s) → B (%s) → A (%s)".formatted(a, b, a));
  }

  @Test
  void aLaterWordOnTheSameProductReplacesTheEarlierForTheSameDays() {
    var bracket = shelf.product("bracket", PIECE);
    shelf.madeOf(bracket, bought("coil", TraceId.random(), "0.5"));
    var supplied = partner.sells("3", KILOGRAM);

    maintain.link(bracket, COIL, source(supplied, "0.3", null, "2026-03-31"), Optional.empty());
    maintain.link(bracket, COIL, source(supplied, "0.4", "2026-04-01", null), Optional.empty());
    maintain.link(
        bracket, COIL, source(supplied, "0.2", "2026-01-01", "2026-03-31"), Optional.empty());

    assertThat(BillOfMaterials.sources(shelf.of(bracket).value().line(COIL).orElseThrow()))
        .extracting(source -> source.share().text())
        .containsExactly("0.5", "0.4", "0.2");
  }

  @Test
  void aLinkOfAnOutdatedVersionIsRefused() {
    var bracket = shelf.product("bracket", PIECE);
    shelf.madeOf(bracket, bought("coil", TraceId.random(), "0.5"));

    Refused refused =
        refusal(
            () ->
                maintain.link(
                    bracket,
                    COIL,
                    source(TraceId.random(), "0.3", null, null),
                    Optional.of(FIRST)));

    assertThat(refused.code()).isEqualTo(ProblemCode.VERSION_OUTDATED);
    assertThat(refused.detail()).isEqualTo("you change version 0, by now it is version 1");
  }

  @Test
  void theBillOfMaterialsOfAProductThatIsNotThereIsNotFound() {
    assertThat(refusal(() -> maintain.of(TraceId.random())).code())
        .isEqualTo(ProblemCode.NOT_FOUND);
  }

  private static BillOfMaterialsLine bought(String lineId, TraceId supplied) {
    return bought(lineId, supplied, "1");
  }

  private static BillOfMaterialsLine bought(String lineId, TraceId supplied, String share) {
    return BillOfMaterialsLine.of(
        new LineId(lineId),
        lineId,
        Quantity.of("1", KILOGRAM),
        LineSupply.procured(source(supplied, share, null, null)));
  }

  private static LineSource source(TraceId supplied, String share, String from, String to) {
    return new LineSource(
        PartnerFigures.PARTNER,
        supplied,
        Share.of(share),
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }

  private static Refused refusal(Runnable act) {
    return catchThrowableOfType(Refused.class, act::run);
  }
}
