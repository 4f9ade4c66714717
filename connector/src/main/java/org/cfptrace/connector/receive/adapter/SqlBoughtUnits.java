package org.cfptrace.connector.receive.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;
import org.cfptrace.verify.BoughtUnits;

/**
 * In which unit a line of ours buys a partner's product. A line that knows the mass of a piece by
 * itself can convert whatever comes, so it demands nothing.
 */
public final class SqlBoughtUnits implements BoughtUnits {
  private static final String UNIT =
      """
      select l.unit from line_source s join bom_line l on l.id = s.line
      where s.partner = ? and s.supplier_trace_id = ? and l.mass_per_unit is null
      order by l.id limit 1
      """;

  private final Sql sql;

  public SqlBoughtUnits(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<DeclaredUnit> unitOf(ParticipantId supplier, TraceId product) {
    return sql.first(
        UNIT, row -> DeclaredUnit.of(row.text("unit")), supplier.toString(), product.uuid());
  }
}
