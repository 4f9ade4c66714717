package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * A product of the company: its unit, its own emissions for the period (absent where nobody has
 * entered them, which is not zero), transport it pays for, and its bill of materials.
 */
public record OwnProduct(
    TraceId traceId,
    DeclaredUnit unit,
    @Nullable MassPerUnit massPerUnit,
    CalculationBasis basis,
    StageProfile profile,
    @Nullable OwnEmissions own,
    @Nullable OwnEmissions transport,
    List<BillOfMaterialsLine> lines) {

  /** More direct lines than this are refused. */
  public static final int MOST_LINES = 5_000;

  public OwnProduct {
    requireNonNull(traceId, "traceId");
    requireNonNull(unit, "unit");
    requireNonNull(basis, "basis");
    requireNonNull(profile, "profile");
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException(
          "a bill of materials has at most " + MOST_LINES + " lines, got " + lines.size());
    }
    Set<LineId> seen = new HashSet<>();
    for (BillOfMaterialsLine line : lines) {
      if (!seen.add(line.lineId())) {
        throw new IllegalArgumentException("line id used twice: " + line.lineId());
      }
    }
    checkStages(own, profile, basis);
    checkStages(transport, profile, basis);
  }

  /** A product without emissions and lines yet: AR6, cradle to gate, stages of Ouranos. */
  public static OwnProduct of(TraceId traceId, DeclaredUnit unit) {
    return new OwnProduct(
        traceId,
        unit,
        null,
        CalculationBasis.AR6_CRADLE_TO_GATE,
        StageProfile.OURANOS,
        null,
        null,
        List.of());
  }

  public OwnProduct withOwn(OwnEmissions emissions) {
    return new OwnProduct(traceId, unit, massPerUnit, basis, profile, emissions, transport, lines);
  }

  public OwnProduct withTransport(OwnEmissions emissions) {
    return new OwnProduct(traceId, unit, massPerUnit, basis, profile, own, emissions, lines);
  }

  public OwnProduct withLines(List<BillOfMaterialsLine> otherLines) {
    return new OwnProduct(traceId, unit, massPerUnit, basis, profile, own, transport, otherLines);
  }

  public OwnProduct withLines(BillOfMaterialsLine... otherLines) {
    return withLines(List.of(otherLines));
  }

  /** What its parts must share before they may be added. */
  public CalculationBasis partsBasis() {
    return new CalculationBasis(basis.gwp(), profile.boundaryOfParts(basis.boundary()));
  }

  private static void checkStages(
      @Nullable OwnEmissions emissions, StageProfile profile, CalculationBasis basis) {
    if (emissions == null) {
      return;
    }
    for (Cell cell : emissions.emissions().cells().keySet()) {
      if (!profile.ownStages().contains(cell.stage())) {
        throw new IllegalArgumentException(
            "own emissions may not be booked in " + cell + " under profile " + profile);
      }
      if (!basis.boundary().reaches(cell.stage())) {
        throw new IllegalArgumentException(
            "own emissions may not be booked in " + cell + " within " + basis.boundary());
      }
    }
  }
}
