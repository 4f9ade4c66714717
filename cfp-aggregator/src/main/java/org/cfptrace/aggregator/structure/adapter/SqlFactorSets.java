package org.cfptrace.aggregator.structure.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.http.Body;

/** Sets of emission factors in PostgreSQL, and the one that is shipped. */
@ApplicationScoped
class SqlFactorSets implements FactorSets {
  private static final String SHIPPED = "/factors/examples.json";

  private final Tenancy tenancy;
  private final Sql sql;
  private final ObjectMapper json;
  private final Clock clock;
  private final FactorSet shipped = shipped();

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
                Optional.of(shipped)
                    .filter(set -> set.id().equals(id) && set.version().equals(version)));
  }

  @Override
  public List<FactorSet> all(Tenant tenant) {
    List<FactorSet> own =
        tenancy.as(
            tenant,
            () ->
                sql.list(
                    "select body from factor_set order by id, version limit 1000",
                    row -> read(row.text("body"))));
    return Stream.concat(own.stream(), Stream.of(shipped)).toList();
  }

  @Override
  public boolean keep(Tenant tenant, FactorSet set) {
    if (set.id().equals(shipped.id()) && set.version().equals(shipped.version())) {
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
    return FactorSetForm.read(Body.parse(body.getBytes(UTF_8)).fields(errors))
        .orElseThrow(
            () -> new IllegalStateException("a factor set cannot be read: " + errors.list()));
  }

  private static FactorSet shipped() {
    try (InputStream file = SqlFactorSets.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException(SHIPPED + " is not in the jar");
      }
      return read(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED + " cannot be read", e);
    }
  }
}
