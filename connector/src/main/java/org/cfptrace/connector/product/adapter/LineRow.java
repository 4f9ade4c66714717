package org.cfptrace.connector.product.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.cfptrace.connector.wiring.store.StoredEmissions;
import org.cfptrace.connector.wiring.store.StoredQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.Proxy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A line of a bill of materials as it lies in its table. */
@Entity
@Table(name = "bom_line")
@NullUnmarked
class LineRow {
  enum Kind {
    PROCURED,
    OWN,
    TERMINAL
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bom_line_seq")
  @SequenceGenerator(name = "bom_line_seq", sequenceName = "bom_line_seq", allocationSize = 100)
  Long id;

  @Column(name = "trace_id", nullable = false)
  UUID traceId;

  @Column(nullable = false)
  int position;

  @Column(name = "line_id", nullable = false)
  String lineId;

  @Column(name = "part_name", nullable = false)
  String partName;

  @Column(nullable = false)
  BigDecimal amount;

  @Column(nullable = false)
  String unit;

  @Column(nullable = false)
  BigDecimal yield;

  @Column(name = "mass_per_unit")
  BigDecimal massPerUnit;

  @Column(nullable = false)
  String kind;

  @Column(name = "own_trace_id")
  UUID ownTraceId;

  /**
   * Whether something may stand in for a source's figure: the estimate, or the last known one
   * without it.
   */
  @Column(nullable = false)
  boolean proxy;

  @Column(name = "estimate_origin")
  String estimateOrigin;

  @Column(name = "estimate_unit")
  String estimateUnit;

  @Column(name = "estimate_note")
  String estimateNote;

  @Column(name = "estimate_values")
  @JdbcTypeCode(SqlTypes.JSON)
  StoredEmissions estimateValues;

  @Column(name = "estimate_quality")
  @JdbcTypeCode(SqlTypes.JSON)
  StoredQuality estimateQuality;

  static LineRow of(TraceId product, int position, BillOfMaterialsLine line) {
    var row = new LineRow();
    row.traceId = product.uuid();
    row.position = position;
    row.lineId = line.lineId().value();
    row.partName = line.partName();
    row.amount = line.netAmount().amount();
    row.unit = line.netAmount().unit().text();
    row.yield = line.yield().value();
    row.massPerUnit = line.massPerUnit() == null ? null : line.massPerUnit().kilograms();
    row.kind = row.take(line.supply()).name();
    row.take(line.proxy());
    return row;
  }

  private Kind take(LineSupply supply) {
    return supply.fold(
        procured -> Kind.PROCURED,
        terminal -> {
          take(terminal.estimate());
          return Kind.TERMINAL;
        },
        own -> {
          ownTraceId = own.product().uuid();
          return Kind.OWN;
        });
  }

  private void take(Proxy leave) {
    if (leave != null) {
      proxy = true;
      if (leave.estimate() != null) {
        take(leave.estimate());
      }
    }
  }

  private void take(Estimate estimate) {
    estimateOrigin = estimate.origin().name();
    estimateUnit = estimate.unit().text();
    estimateNote = estimate.note();
    estimateValues = StoredEmissions.of(estimate.emissions());
    estimateQuality = estimate.quality() == null ? null : StoredQuality.of(estimate.quality());
  }

  BillOfMaterialsLine line(List<LineSource> sources) {
    return new BillOfMaterialsLine(
        new LineId(lineId),
        partName,
        new Quantity(amount, DeclaredUnit.of(unit)),
        new Yield(yield),
        massPerUnit == null ? null : new MassPerUnit(massPerUnit),
        supply(sources),
        proxy ? new Proxy(estimate()) : null);
  }

  private LineSupply supply(List<LineSource> sources) {
    return switch (Kind.valueOf(kind)) {
      case PROCURED -> new LineSupply.Procured(sources);
      case OWN -> new LineSupply.Own(new TraceId(ownTraceId));
      case TERMINAL -> new LineSupply.Terminal(estimate());
    };
  }

  private Estimate estimate() {
    return estimateOrigin == null
        ? null
        : new Estimate(
            LineOrigin.valueOf(estimateOrigin),
            DeclaredUnit.of(estimateUnit),
            estimateValues.emissions(),
            estimateQuality == null ? null : estimateQuality.quality(),
            estimateNote);
  }
}
