package org.cfptrace.connector.product;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.jspecify.annotations.Nullable;

/** Partners' figures for tests: what they "declared" is put here by hand. */
public final class PartnerFigures implements ReceivedFigures {
  /** The partner who sells everything. */
  public static final ParticipantId PARTNER =
      ParticipantId.of("registry.cfptrace.example", "abcdefghijklmnop");

  private final Map<TraceId, SourceFigure> figures = new HashMap<>();

  @Override
  public SourceFigure find(ParticipantId partner, TraceId supplierProduct, Period forPeriod) {
    return partner.equals(PARTNER)
        ? figures.getOrDefault(supplierProduct, SourceFigure.missing(LineState.ASKED))
        : SourceFigure.missing(LineState.ASKED);
  }

  /** A new product of the partner, of so many kg per unit. */
  TraceId sells(String kilograms, DeclaredUnit unit) {
    return put(given(kilograms, unit, null));
  }

  /** A new product of the partner, sold in pieces of that mass. */
  TraceId sellsPieces(String kilograms, String massPerPiece) {
    return put(given(kilograms, DeclaredUnit.PIECE, MassPerUnit.of(massPerPiece)));
  }

  /** A new product of the partner whose figure cannot be counted, though a last one is known. */
  TraceId sellsNoMore(LineState state, String lastKnownKilograms, DeclaredUnit unit) {
    return put(new SourceFigure.Missing(state, given(lastKnownKilograms, unit, null)));
  }

  /** The partner declares a product anew. */
  void corrects(TraceId product, String kilograms, DeclaredUnit unit) {
    figures.put(product, given(kilograms, unit, null));
  }

  private TraceId put(SourceFigure figure) {
    var product = TraceId.random();
    figures.put(product, figure);
    return product;
  }

  private static SourceFigure.Given given(
      String kilograms, DeclaredUnit unit, @Nullable MassPerUnit mass) {
    return new SourceFigure.Given(
        unit,
        mass,
        Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms)),
        true,
        Share.NONE,
        null,
        PrimaryDataShare.FULL,
        CalculationBasis.AR6_CRADLE_TO_GATE,
        Period.of("2025-04-01", "2026-03-31"),
        LocalDate.parse("2029-03-31"),
        new FigureReference("declaration-of-" + kilograms, "commitment"));
  }
}
