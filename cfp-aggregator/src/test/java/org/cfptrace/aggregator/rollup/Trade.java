package org.cfptrace.aggregator.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.jspecify.annotations.Nullable;

/** The words the tests of the graph speak; all is in pieces. */
final class Trade {
  static final Period YEAR = Period.ofYear(2025);
  static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "millmillmillmill");

  private Trade() {}

  static TraceId product(String name) {
    return new TraceId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  static SupplierProduct supplier(String name) {
    return new SupplierProduct(MILL, product(name));
  }

  static Emissions main(String kilograms) {
    return Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, new KgCo2e(new BigDecimal(kilograms)));
  }

  static OwnProduct aProduct(String name, String own, BillOfMaterialsLine... lines) {
    return OwnProduct.of(product(name), DeclaredUnit.PIECE)
        .withOwn(OwnEmissions.primary(main(own)))
        .withLines(lines);
  }

  static BillOfMaterialsLine line(String id, String amount, LineSupply supply) {
    Quantity quantity = new Quantity(new BigDecimal(amount), DeclaredUnit.PIECE);
    return BillOfMaterialsLine.of(new LineId(id), "part " + id, quantity, supply);
  }

  static LineSupply made(String name) {
    return new LineSupply.Own(product(name));
  }

  static LineSupply bought(String name) {
    return LineSupply.procured(LineSource.only(MILL, product(name)));
  }

  static LineSupply nothingYet() {
    return new LineSupply.Procured(List.of());
  }

  static SourceFigure figure(Emissions emissions) {
    return rated(emissions, null, "100");
  }

  static SourceFigure rated(Emissions emissions, @Nullable String rating, String primary) {
    DataQuality quality =
        rating == null
            ? null
            : DataQuality.same(
                QualityScale.ONE_TO_FIVE, Representativeness.of(rating, rating, rating));
    return new SourceFigure.Given(
        DeclaredUnit.PIECE,
        null,
        emissions,
        true,
        Share.NONE,
        quality,
        PrimaryDataShare.of(primary),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        YEAR,
        YEAR.to(),
        null);
  }
}
