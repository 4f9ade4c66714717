package org.cfptrace.connector.product.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;
import org.jspecify.annotations.NullUnmarked;

/** A source of a line as it lies in its table. */
@Entity
@Table(name = "line_source")
@NullUnmarked
class SourceRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "line_source_seq")
  @SequenceGenerator(
      name = "line_source_seq",
      sequenceName = "line_source_seq",
      allocationSize = 100)
  Long id;

  /** The row of the line. */
  @Column(nullable = false)
  Long line;

  /** The product of the line, so that all sources of a bill of materials come in one read. */
  @Column(name = "trace_id", nullable = false)
  UUID traceId;

  @Column(nullable = false)
  int position;

  @Column(nullable = false)
  String partner;

  @Column(name = "supplier_trace_id", nullable = false)
  UUID supplierTraceId;

  @Column(nullable = false)
  BigDecimal share;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_to")
  LocalDate validTo;

  static SourceRow of(LineRow line, int position, LineSource source) {
    var row = new SourceRow();
    row.line = line.id;
    row.traceId = line.traceId;
    row.position = position;
    row.partner = source.partner().did();
    row.supplierTraceId = source.supplierProduct().uuid();
    row.share = source.share().value();
    row.validFrom = source.from();
    row.validTo = source.to();
    return row;
  }

  LineSource source() {
    return new LineSource(
        new ParticipantId(partner),
        new TraceId(supplierTraceId),
        new Share(share),
        validFrom,
        validTo);
  }
}
