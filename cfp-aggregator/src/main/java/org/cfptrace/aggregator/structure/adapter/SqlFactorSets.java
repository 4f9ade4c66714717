package org.cfptrace.aggregator.structure.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.http.Body;

/** Sets of emission factors in PostgreSQL, and those that are shipped. */
@ApplicationScoped
class SqlFactorSets implements FactorSets {
  private static final String OWN =
      """
      select body from factor_set where (id, version) > (?, ?) order by id, version limit ?
      """;
  private static final List<String> SHIPPED =
      List.of("/factors/examples.json", "/factors/examples-freight.json");

  private final Tenancy tenancy;
  private final Sql sql;
  private final ObjectMapper json;
  private final Clock clock;
  private final List<FactorSet> shipped = SHIPPED.stream().map(SqlFactorSets::shipped).toList();

  SqlFactorSets(Tenancy tenancy, DataSource database, ObjectMapper json, Clock clock) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Optional<FactorSet> find(Tenant tenant, String id, String version) {
    return tenancy
        .as(
            tenant,
            () ->
                sql.first(
                    "select body from factor_set where id = ? and version = ?",
                    row -> read(row.text("body")),
                    id,
                    version))
        .or(
            () ->
                shipped.stream()
                    .filter(set -> set.id().equals(id) && set.version().equals(version))
                    .findFirst());
  }

  @Override
  public Page<FactorSet> list(Tenant tenant, PageRequest page) {
    Place after = page.after().map(Place::read).orElse(Place.FIRST);
    List<FactorSet> rows = new ArrayList<>();
    if (!after.isShipped()) {
      rows.addAll(
          tenancy.as(
              tenant,
              () ->
                  sql.list(
                      OWN,
                      row -> read(row.text("body")),
                      after.id(),
                      after.version(),
                      page.rowsToFetch())));
    }
    shipped.stream().filter(set -> !after.isShipped() || after.isBefore(set)).forEach(rows::add);
    return Page.of(
        rows.subList(0, Math.min(rows.size(), page.rowsToFetch())), page, set -> place(set).text());
  }

  private Place place(FactorSet set) {
    return new Place(shipped.contains(set), set.id(), set.version());
  }

  /** Where a page begins; neither part has a control character in it. */
  private record Place(boolean isShipped, String id, String version) {
    static final Place FIRST = new Place(false, "", "");

    static Place read(String cursor) {
      String[] parts = cursor.split("\\|", 3);
      if (parts.length != 3 || !parts[0].matches("own|shipped")) {
        throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
      }
      return new Place(parts[0].equals("shipped"), unescaped(parts[1]), parts[2]);
    }

    boolean isBefore(FactorSet set) {
      int byId = id.compareTo(set.id());
      return byId < 0 || (byId == 0 && version.compareTo(set.version()) < 0);
    }

    String text() {
      return (isShipped ? "shipped|" : "own|") + escaped(id) + "|" + version;
    }

    // An id may have the mark in it that parts the two.
    private static String escaped(String id) {
      return id.replace("%", "%25").replace("|", "%7C");
    }

    private static String unescaped(String id) {
      return id.replace("%7C", "|").replace("%25", "%");
    }
  }

  @Override
  public boolean keep(Tenant tenant, FactorSet set) {
    boolean isShipped =
        shipped.stream()
            .anyMatch(one -> one.id().equals(set.id()) && one.version().equals(set.version()));
    if (isShipped) {
      return false;
    }
    return tenancy.as(
            tenant,
            () ->
                sql.update(
                    "insert into factor_set (id, version, body, recorded_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                    set.id(),
                    set.version(),
                    written(set),
                    clock.instant()))
        > 0;
  }

  private String written(FactorSet set) {
    try {
      return json.writeValueAsString(FactorSetForm.of(set));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a factor set", e);
    }
  }

  private static FactorSet read(String body) {
    FieldErrors errors = new FieldErrors();
    return FactorSetForm.readKept(Body.parse(body.getBytes(UTF_8)).fields(errors))
        .orElseThrow(
            () -> new IllegalStateException("a factor set cannot be read: " + errors.list()));
  }

  private static FactorSet shipped(String name) {
    try (InputStream file = SqlFactorSets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return read(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
