package org.cfptrace.rollup;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.jspecify.annotations.Nullable;

/** The words the tests of the sum speak: who supplies what, with which figure. */
final class Trade {

  static final Period YEAR = Period.ofYear(2025);
  static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "millmillmillmill");
  static final ParticipantId OTHER_MILL =
      ParticipantId.of("registry.cfptrace.example", "otherotherothero");

  private Trade() {}

  static TraceId product(String name) {
    return new TraceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  static Emissions main(String kilograms) {
    return Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, new KgCo2e(new BigDecimal(kilograms)));
  }

  static Emissions pre(String kilograms) {
    return Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, new KgCo2e(new BigDecimal(kilograms)));
  }

  static OwnEmissions own(String kilograms) {
    return OwnEmissions.primary(main(kilograms));
  }

  static OwnProduct aProduct(String name, DeclaredUnit unit, String own) {
    return OwnProduct.of(product(name), unit).withOwn(own(own));
  }

  static BillOfMaterialsLine line(String id, String amount, DeclaredUnit unit, LineSupply supply) {
    return BillOfMaterialsLine.of(new LineId(id), "part " + id, Quantity.of(amount, unit), supply);
  }

  static LineSupply boughtFrom(ParticipantId partner, String product) {
    return LineSupply.procured(LineSource.only(partner, product(product)));
  }

  static LineSupply made(String product) {
    return new LineSupply.Own(product(product));
  }

  static LineSource share(ParticipantId partner, String product, String share) {
    return new LineSource(partner, product(product), Share.of(share), null, null);
  }

  static SupplierProduct supplier(ParticipantId partner, String product) {
    return new SupplierProduct(partner, product(product));
  }

  static Figure figure(DeclaredUnit unit, Emissions emissions) {
    return new Figure(unit, emissions);
  }

  static Figure figure(DeclaredUnit unit, String kilograms) {
    return new Figure(unit, main(kilograms));
  }

  static Footprint rollUp(OwnProduct product, Map<SupplierProduct, SourceFigure> received) {
    return RollUp.of(RollUpInput.of(product, YEAR, received));
  }

  /** A figure in the making; everything not said is the harmless default. */
  static final class Figure {
    private final DeclaredUnit unit;
    private final Emissions emissions;
    private @Nullable MassPerUnit mass;
    private boolean complete = true;
    private Share estimated = Share.NONE;
    private @Nullable DataQuality quality;
    private @Nullable PrimaryDataShare primary;
    private CalculationBasis basis = CalculationBasis.AR6_CRADLE_TO_GATE;
    private Period period = YEAR;
    private LocalDate validUntil = LocalDate.parse("2027-12-31");
    private @Nullable FigureReference reference;

    private Figure(DeclaredUnit unit, Emissions emissions) {
      this.unit = unit;
      this.emissions = emissions;
    }

    Figure pieceOf(String kilograms) {
      this.mass = MassPerUnit.of(kilograms);
      return this;
    }

    Figure incomplete() {
      this.complete = false;
      return this;
    }

    Figure estimated(String share) {
      this.estimated = Share.of(share);
      return this;
    }

    Figure rated(DataQuality rating) {
      this.quality = rating;
      return this;
    }

    Figure primary(String percent) {
      this.primary = PrimaryDataShare.of(percent);
      return this;
    }

    Figure on(CalculationBasis otherBasis) {
      this.basis = otherBasis;
      return this;
    }

    Figure in(Period otherPeriod) {
      this.period = otherPeriod;
      return this;
    }

    Figure validUntil(String day) {
      this.validUntil = LocalDate.parse(day);
      return this;
    }

    Figure called(String declarationId) {
      this.reference = new FigureReference(declarationId, "ct");
      return this;
    }

    SourceFigure.Given given() {
      return new SourceFigure.Given(
          unit,
          mass,
          emissions,
          complete,
          estimated,
          quality,
          primary,
          basis,
          period,
          validUntil,
          reference);
    }
  }

  static Map<SupplierProduct, SourceFigure> received(Object... suppliersAndFigures) {
    Map<SupplierProduct, SourceFigure> received = new LinkedHashMap<>();
    for (int i = 0; i < suppliersAndFigures.length; i += 2) {
      Object figure = suppliersAndFigures[i + 1];
      received.put(
          (SupplierProduct) suppliersAndFigures[i],
          figure instanceof Figure made ? made.given() : (SourceFigure) figure);
    }
    return received;
  }

  static List<String> english(List<Bilingual> steps) {
    return steps.stream().map(Bilingual::en).toList();
  }
}
