package org.cfptrace.aggregator.structure.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.structure.StructureImport;
import org.cfptrace.aggregator.structure.StructureImports;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

/** How far files have come, in PostgreSQL. */
@ApplicationScoped
class SqlStructureImports implements StructureImports {
  private static final String NOTE =
      """
      insert into structure_import (id, format, state, products, lines, faults, began_at, ended_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, id) do update set state = excluded.state, products = excluded.products,
        lines = excluded.lines, faults = excluded.faults, ended_at = excluded.ended_at
      """;

  private final Transactions transactions;
  private final Tenancy tenancy;
  private final Sql sql;
  private final ObjectMapper json;

  SqlStructureImports(
      Transactions transactions, Tenancy tenancy, DataSource database, ObjectMapper json) {
    this.transactions = transactions;
    this.tenancy = tenancy;
    this.sql = new Sql(database);
    this.json = json;
  }

  @Override
  public void note(Tenant tenant, StructureImport file) {
    transactions.doInNew(
        () ->
            tenancy.doAs(
                tenant,
                () ->
                    sql.update(
                        NOTE,
                        file.id(),
                        file.format(),
                        file.state(),
                        file.products(),
                        file.lines(),
                        written(file.faults()),
                        file.beganAt(),
                        file.endedAt())));
  }

  @Override
  public Optional<StructureImport> find(Tenant tenant, UUID id) {
    return tenancy.as(
        tenant, () -> sql.first("select * from structure_import where id = ?", this::read, id));
  }

  @Override
  public List<StructureImport> latest(Tenant tenant) {
    return tenancy.as(
        tenant,
        () ->
            sql.list(
                "select * from structure_import order by began_at desc limit 100", this::read));
  }

  private StructureImport read(Sql.Row row) throws SQLException {
    return new StructureImport(
        row.uuid("id"),
        StructureImport.Format.valueOf(row.text("format")),
        StructureImport.State.valueOf(row.text("state")),
        row.number("products"),
        row.number("lines"),
        row.optionalText("faults").map(this::faults).orElse(List.of()),
        row.instant("began_at"),
        row.optionalInstant("ended_at"));
  }

  private String written(List<FieldError> faults) {
    try {
      return json.writeValueAsString(faults);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write faults", e);
    }
  }

  private List<FieldError> faults(String text) {
    try {
      return Arrays.asList(json.readValue(text, FieldError[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept faults cannot be read", e);
    }
  }
}
