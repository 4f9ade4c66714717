package org.cfptrace.aggregator.battery.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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
import org.cfptrace.aggregator.battery.CircularParameterSets;
import org.cfptrace.aggregator.battery.CircularParameters;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.http.Body;

/**
 * Parameters of the Circular Footprint Formula: a tenant's own in PostgreSQL (the tenant is the one
 * whose work is under way), and the published example.
 */
@ApplicationScoped
class SqlCircularParameterSets implements CircularParameterSets {
  private static final String SHIPPED = "/battery/circular-parameters.json";
  private static final String ADD =
      """
      insert into battery_circular_parameters (id, version, body, added_at)
      values (?, ?, cast(? as jsonb), ?) on conflict do nothing
      """;
  private static final String ALL =
      "select body from battery_circular_parameters order by id, added_at desc, version desc";
  private static final String ONE =
      "select body from battery_circular_parameters where id = ? and version = ?";

  private final Sql sql;
  private final Kept<CircularParametersForm> kept;
  private final Clock clock;
  private final CircularParameters shipped = shipped();

  SqlCircularParameterSets(DataSource database, ObjectMapper json, Clock clock) {
    this.sql = new Sql(database);
    this.kept = new Kept<>(json, CircularParametersForm.class);
    this.clock = clock;
  }

  @Override
  public List<CircularParameters> all() {
    return Stream.concat(sql.list(ALL, row -> read(row.text("body"))).stream(), Stream.of(shipped))
        .toList();
  }

  @Override
  public Optional<CircularParameters> find(String id, String version) {
    return sql.first(ONE, row -> read(row.text("body")), id, version)
        .or(() -> Optional.of(shipped).filter(set -> isOf(set, id, version)));
  }

  @Override
  public boolean add(CircularParameters set) {
    return !isOf(shipped, set.id(), set.version())
        && sql.update(
                ADD,
                set.id(),
                set.version(),
                kept.write(CircularParametersForm.of(set)),
                clock.instant())
            > 0;
  }

  private static boolean isOf(CircularParameters set, String id, String version) {
    return set.id().equals(id) && set.version().equals(version);
  }

  private static CircularParameters shipped() {
    try (InputStream file =
        requireNonNull(SqlCircularParameterSets.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED + " cannot be read", e);
    }
  }

  /** As strictly as when it was loaded. */
  private static CircularParameters read(String body) {
    FieldErrors errors = new FieldErrors();
    return CircularParametersForm.read(Body.parse(body.getBytes(UTF_8)).fields(errors))
        .orElseThrow(
            () -> new IllegalStateException("parameters cannot be read: " + errors.list()));
  }
}
