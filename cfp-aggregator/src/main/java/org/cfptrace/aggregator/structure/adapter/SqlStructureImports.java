package org.cfptrace.aggregator.structure.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.structure.StructureImport;
import org.cfptrace.aggregator.structure.StructureImport.Broken;
import org.cfptrace.aggregator.structure.StructureImports;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

/** How far files have come, in PostgreSQL. */
@ApplicationScoped
class SqlStructureImports implements StructureImports {
  private static final String BEGIN =
      """
      insert into structure_import (id, format, state, products, lines, faults, began_at)
      values (?, ?, ?, ?, ?, '[]', ?)
      """;
  // What has ended stays as it ended.
  private static final String NOTE =
      """
      update structure_import set state = ?, products = ?, lines = ?, faults = ?, broken = ?,
        ended_at = ?
      where id = ? and state in ('READING', 'CHECKING')
      """;
  private static final String NEWEST_FIRST =
      """
      select * from structure_import where (began_at, id) < (?, ?)
      order by began_at desc, id desc limit ?
      """;
  private static final String UNENDED =
      "select id from structure_import where state in ('READING', 'CHECKING')";
  // Held by the transaction that takes a file: it ends with that, also where its process was
  // killed.
  private static final String WORKING = "select pg_advisory_xact_lock(hashtextextended(?, 6))";
  private static final String IS_ABANDONED =
      "select pg_try_advisory_xact_lock(hashtextextended(?, 6)) as is_abandoned";
  private static final String GIVE_UP =
      """
      update structure_import set state = 'BROKEN', broken = 'STOPPED', ended_at = ?
      where id = ? and state in ('READING', 'CHECKING')
      """;

  private final Transactions transactions;
  private final Tenancy tenancy;
  private final Sql sql;
  private final ObjectMapper json;
  private final Clock clock;

  SqlStructureImports(
      Transactions transactions,
      Tenancy tenancy,
      DataSource database,
      ObjectMapper json,
      Clock clock) {
    this.transactions = transactions;
    this.tenancy = tenancy;
    this.sql = new Sql(database);
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void begin(Tenant tenant, StructureImport begun) {
    sql.first(WORKING, row -> Boolean.TRUE, name(begun.id()));
    transactions.doInNew(
        () ->
            tenancy.doAs(
                tenant,
                () ->
                    sql.update(
                        BEGIN,
                        begun.id(),
                        begun.format(),
                        begun.state(),
                        begun.products(),
                        begun.lines(),
                        begun.beganAt())));
  }

  @Override
  public boolean note(Tenant tenant, StructureImport file) {
    return transactions.inNew(() -> end(tenant, file));
  }

  @Override
  public boolean end(Tenant tenant, StructureImport file) {
    return tenancy.as(
            tenant,
            () ->
                sql.update(
                    NOTE,
                    file.state(),
                    file.products(),
                    file.lines(),
                    written(file.faults()),
                    file.broken(),
                    file.endedAt(),
                    file.id()))
        > 0;
  }

  @Override
  public Optional<StructureImport> find(Tenant tenant, UUID id) {
    return tenancy.as(
        tenant,
        () -> {
          giveUpAbandoned();
          return sql.first("select * from structure_import where id = ?", this::read, id);
        });
  }

  @Override
  public Page<StructureImport> newestFirst(Tenant tenant, PageRequest page) {
    Place after = page.after().map(Place::read).orElse(Place.FIRST);
    return tenancy.as(
        tenant,
        () -> {
          giveUpAbandoned();
          List<StructureImport> rows =
              sql.list(NEWEST_FIRST, this::read, after.beganAt(), after.id(), page.rowsToFetch());
          return Page.of(rows, page, file -> new Place(file.beganAt(), file.id()).text());
        });
  }

  /** Where a page begins: after the file that began then, of several by their ids. */
  private record Place(Instant beganAt, UUID id) {
    // Later than any file, and still a moment PostgreSQL knows.
    static final Place FIRST = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    static Place read(String cursor) {
      int space = cursor.indexOf(' ');
      try {
        return new Place(
            Instant.parse(cursor.substring(0, Math.max(space, 0))),
            UUID.fromString(cursor.substring(space + 1)));
      } catch (DateTimeException | IllegalArgumentException notOurs) {
        throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
      }
    }

    String text() {
      return beganAt + " " + id;
    }
  }

  /**
   * Two statements for each: one that ends between them is seen as ended by the second, and left as
   * it is.
   */
  private void giveUpAbandoned() {
    for (UUID id : sql.list(UNENDED, row -> row.uuid("id"))) {
      if (sql.first(IS_ABANDONED, row -> row.flag("is_abandoned"), name(id)).orElse(false)) {
        sql.update(GIVE_UP, clock.instant(), id);
      }
    }
  }

  private static String name(UUID id) {
    return "structure import " + id;
  }

  private StructureImport read(Sql.Row row) throws SQLException {
    StructureImport.State state = StructureImport.State.valueOf(row.text("state"));
    return new StructureImport(
        row.uuid("id"),
        StructureImport.Format.valueOf(row.text("format")),
        state,
        row.number("products"),
        row.number("lines"),
        row.optionalText("faults").map(this::faults).orElse(List.of()),
        state == StructureImport.State.BROKEN
            ? row.optionalText("broken").map(Broken::valueOf).or(() -> Optional.of(Broken.FAILED))
            : Optional.empty(),
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
