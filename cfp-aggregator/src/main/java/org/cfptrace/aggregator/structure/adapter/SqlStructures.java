package org.cfptrace.aggregator.structure.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.ReplacedSources;
import org.cfptrace.aggregator.tenant.ReplacedSources.Kind;
import org.cfptrace.aggregator.tenant.ReplacedSources.Replaced;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.http.Body;

/** Structures in PostgreSQL, each version as it was written. */
@ApplicationScoped
class SqlStructures implements Structures {
  private static final int ROWS_AT_ONCE = 1000;
  private static final String ADD =
      """
      insert into product_structure
        (trace_id, version, name, category, valid_from, valid_to, body, recorded_at)
      select cast(? as uuid), coalesce(max(version), 0) + 1, cast(? as text), cast(? as text),
        cast(? as date), cast(? as date), cast(? as text), cast(? as timestamptz)
      from product_structure where trace_id = ?
      returning version
      """;
  // Of each product the version in force: of those known by then and begun by that day the one that
  // begins last.
  private static final String IN_FORCE =
      """
      select * from (
        select distinct on (trace_id) trace_id, version, name, valid_to, body, recorded_at,
          cast(? as timestamptz) as written_at
        from product_structure
        where trace_id > ? and valid_from <= ? and recorded_at <= ?
          and (removed_at is null or removed_at > ?)
          and (cast(? as timestamptz) is null or trace_id in (
            select trace_id from product_structure where recorded_at = ?))
        order by trace_id, valid_from desc, version desc) newest
      where (valid_to is null or valid_to >= ?)
        and (written_at is null or recorded_at = written_at)
      order by trace_id limit ?
      """;
  private static final String SOME =
      """
      select * from (
        select distinct on (trace_id) trace_id, version, valid_to, body, recorded_at
        from product_structure
        where trace_id = any(?) and valid_from <= ? and recorded_at <= ?
          and (removed_at is null or removed_at > ?)
        order by trace_id, valid_from desc, version desc) newest
      where valid_to is null or valid_to >= ?
      """;
  private static final String ONE =
      """
      select * from (
        select version, valid_to, body, recorded_at from product_structure
        where trace_id = ? and valid_from <= ? and recorded_at <= ?
          and (removed_at is null or removed_at > ?)
        order by valid_from desc, version desc limit 1) newest
      where valid_to is null or valid_to >= ?
      """;
  private static final String HISTORY =
      """
      select version, body, recorded_at from product_structure
      where trace_id = ? and version < ? order by version desc limit ?
      """;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  // Ten seconds, asked again and again: a file of a million products holds it for minutes.
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended(?, 5)) as is_ours";
  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MILLIS = 100;

  private final Tenancy tenancy;
  private final Sql sql;
  private final ObjectMapper json;
  private final ReplacedSources replaced;

  SqlStructures(Tenancy tenancy, DataSource database, ObjectMapper json, ReplacedSources replaced) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
    this.json = json;
    this.replaced = replaced;
  }

  @Override
  public long add(Tenant tenant, ProductStructure structure, Instant at) {
    return tenancy.as(
        tenant,
        () -> {
          sql.update(
              "insert into structure_holder values (?) on conflict do nothing", tenant.did());
          replaced.replaced(Kind.STRUCTURE, List.of(replaced(structure)), at);
          return added(structure, at);
        });
  }

  @Override
  public void addAll(Tenant tenant, List<ProductStructure> structures, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          sql.update(
              "insert into structure_holder values (?) on conflict do nothing", tenant.did());
          replaced.replaced(
              Kind.STRUCTURE, structures.stream().map(SqlStructures::replaced).toList(), at);
          structures.forEach(structure -> added(structure, at));
        });
  }

  private static Replaced replaced(ProductStructure structure) {
    return new Replaced(structure.traceId().toString(), structure.validFrom());
  }

  private long added(ProductStructure structure, Instant at) {
    UUID id = structure.traceId().uuid();
    return sql.first(
            ADD,
            row -> row.number("version"),
            id,
            structure.name(),
            structure.category(),
            structure.validFrom(),
            structure.validTo(),
            written(structure),
            at,
            id)
        .orElseThrow();
  }

  @Override
  public Optional<StructureVersion> find(Tenant tenant, TraceId product, Moment moment) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                ONE,
                row -> version(product, row),
                product.uuid(),
                moment.day(),
                moment.knownAt(),
                moment.knownAt(),
                moment.day()));
  }

  @Override
  public Optional<StructureVersion> version(Tenant tenant, TraceId product, long version) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                "select version, body, recorded_at from product_structure"
                    + " where trace_id = ? and version = ?",
                row -> version(product, row),
                product.uuid(),
                version));
  }

  @Override
  public long versions(Tenant tenant, TraceId product) {
    return tenancy.as(
        tenant,
        () ->
            sql.number(
                "select coalesce(max(version), 0) from product_structure where trace_id = ?",
                product.uuid()));
  }

  @Override
  public Page<StructureVersion> history(Tenant tenant, TraceId product, PageRequest page) {
    List<StructureVersion> rows =
        tenancy.as(
            tenant,
            () ->
                sql.list(
                    HISTORY,
                    row -> version(product, row),
                    product.uuid(),
                    page.beforeNumber(),
                    page.rowsToFetch()));
    return Page.of(rows, page, version -> Long.toString(version.version()));
  }

  @Override
  public Page<ProductStructure> list(Tenant tenant, Moment moment, PageRequest page) {
    UUID after = page.after().map(SqlStructures::cursor).orElse(BEFORE_ALL);
    return Page.of(
        inForce(tenant, moment, Optional.empty(), after, page.rowsToFetch()),
        page,
        structure -> structure.traceId().bareUuid());
  }

  @Override
  public Iterable<ProductStructure> all(Tenant tenant, Moment moment) {
    return paged(tenant, moment, Optional.empty());
  }

  @Override
  public Iterable<ProductStructure> writtenAt(Tenant tenant, Instant instant, Moment moment) {
    return paged(tenant, moment, Optional.of(instant));
  }

  private Iterable<ProductStructure> paged(
      Tenant tenant, Moment moment, Optional<Instant> written) {
    return () ->
        Stream.iterate(
                inForce(tenant, moment, written, BEFORE_ALL, ROWS_AT_ONCE),
                some -> !some.isEmpty(),
                some ->
                    some.size() < ROWS_AT_ONCE
                        ? List.of()
                        : inForce(
                            tenant,
                            moment,
                            written,
                            some.get(some.size() - 1).traceId().uuid(),
                            ROWS_AT_ONCE))
            .flatMap(List::stream)
            .iterator();
  }

  @Override
  public List<StructureVersion> find(Tenant tenant, Set<TraceId> products, Moment moment) {
    UUID[] ids = products.stream().map(TraceId::uuid).toArray(UUID[]::new);
    return tenancy.as(
        tenant,
        () ->
            sql.list(
                SOME,
                row -> version(new TraceId(row.uuid("trace_id")), row),
                ids,
                moment.day(),
                moment.knownAt(),
                moment.knownAt(),
                moment.day()));
  }

  @Override
  public void lock(Tenant tenant) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (sql.first(LOCK, row -> row.flag("is_ours"), "structures " + tenant.did()).orElse(false)) {
        return;
      }
      pause();
    }
    throw new Refused(
        ProblemCode.UNAVAILABLE,
        "another change of your company's structures is being written; try again soon");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(ProblemCode.UNAVAILABLE, "the service is stopping");
    }
  }

  @Override
  public void remove(Tenant tenant, TraceId product, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          replaced.removed(Kind.STRUCTURE, product.toString(), at);
          sql.update(
              "update product_structure set removed_at = ? where trace_id = ? and removed_at is null",
              at,
              product.uuid());
        });
  }

  @Override
  public List<Tenant> tenants() {
    return sql.list(
        "select tenant from structure_holder order by tenant",
        row -> new Tenant(new ParticipantId(row.text("tenant"))));
  }

  private List<ProductStructure> inForce(
      Tenant tenant, Moment moment, Optional<Instant> written, UUID after, int most) {
    return tenancy.as(
        tenant,
        () ->
            sql.list(
                IN_FORCE,
                row -> structure(new TraceId(row.uuid("trace_id")), row),
                written,
                after,
                moment.day(),
                moment.knownAt(),
                moment.knownAt(),
                written,
                written,
                moment.day(),
                most));
  }

  private static StructureVersion version(TraceId product, Sql.Row row) throws SQLException {
    return new StructureVersion(
        row.number("version"), row.instant("recorded_at"), structure(product, row));
  }

  private static ProductStructure structure(TraceId product, Sql.Row row) throws SQLException {
    FieldErrors errors = new FieldErrors();
    Optional<ProductStructure> structure =
        StructureForm.read(
            Body.parse(row.text("body").getBytes(UTF_8)).fields(errors),
            product,
            StructureForm.EVER,
            StructureLineForm.Lookup.KEPT);
    return structure.orElseThrow(
        () -> new IllegalStateException("what was kept cannot be read: " + errors.list()));
  }

  private String written(ProductStructure structure) {
    try {
      return json.writeValueAsString(StructureForm.of(structure));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a structure", e);
    }
  }

  private static UUID cursor(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }
}
