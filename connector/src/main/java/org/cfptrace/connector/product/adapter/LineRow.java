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
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.Estimate;
import org.cfptrace.connector.product.Line;
import org.cfptrace.connector.product.Source;
import org.cfptrace.connector.wiring.store.StoredEmissions;
import org.cfptrace.connector.wiring.store.StoredQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
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

  @Column(name = "estimate_origin")
  String estimateOrigin;

  @Column(name = "estimate_reference")
  String estimateReference;

  @Column(name = "estimate_values")
  @JdbcTypeCode(SqlTypes.JSON)
  StoredEmissions estimateValues;

  @Column(name = "estimate_quality")
  @JdbcTypeCode(SqlTypes.JSON)
  StoredQuality estimateQuality;

  static LineRow of(TraceId product, int position, Line line) {
    var row = new LineRow();
    row.traceId = product.uuid();
    row.position = position;
    row.lineId = line.id();
    row.partName = line.partName();
    row.amount = line.netAmount().amount();
    row.unit = line.netAmount().unit().text();
    row.yield = line.yield().value();
    row.massPerUnit = line.massPerUnit().map(MassPerUnit::kilograms).orElse(null);
    row.kind =
        line.content()
            .fold(
                procured -> Kind.PROCURED,
                own -> {
                  row.ownTraceId = own.product().uuid();
                  return Kind.OWN;
                },
                terminal -> {
                  row.take(terminal.estimate());
                  return Kind.TERMINAL;
                })
            .name();
    return row;
  }

  private void take(Estimate estimate) {
    estimateOrigin = estimate.origin().name();
    estimateReference = estimate.reference().orElse(null);
    estimateValues = StoredEmissions.of(estimate.perUnit());
    estimateQuality = estimate.quality().map(StoredQuality::of).orElse(null);
  }

  Line line(List<Source> sources) {
    return new Line(
        lineId,
        partName,
        new Quantity(amount, DeclaredUnit.of(unit)),
        new Yield(yield),
        Optional.ofNullable(massPerUnit).map(MassPerUnit::new),
        content(sources));
  }

  private Line.Content content(List<Source> sources) {
    return switch (Kind.valueOf(kind)) {
      case PROCURED -> new Line.Procured(sources);
      case OWN -> new Line.Own(new TraceId(ownTraceId));
      case TERMINAL ->
          new Line.Terminal(
              new Estimate(
                  estimateValues.emissions(),
                  Estimate.Origin.valueOf(estimateOrigin),
                  Optional.ofNullable(estimateReference),
                  Optional.ofNullable(estimateQuality).map(StoredQuality::quality)));
    };
  }
}
