package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** The subjects of exports in PostgreSQL. */
@ApplicationScoped
class SqlExportSubjects implements ExportSubjects {
  private static final int AT_ONCE = 500;
  private static final int LONGEST_FOLDER = 60;
  private static final int MOST_FINDINGS = 1000;
  private static final String KNOWN =
      "place, subject, folder, options, facts_digest, findings, manifest_sha256";
  private static final String ADD =
      """
      insert into export_subject (export, place, subject, folder, options, state)
      select ?, place, subject, folder, options, 'ORDERED'
      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
        as given (place, subject, folder, options)
      """;
  private static final String GATHERED =
      """
      update export_subject set state = 'GATHERED', gathered = ?, facts_digest = ?, findings = ?,
        warns = ?, blocks = ?, forbids = ?
      where export = ? and place = ? and state = 'ORDERED'
      """;
  private static final String GATHER_ANEW =
      """
      update export_subject set state = 'ORDERED', gathered = null, facts_digest = null,
        findings = '[]', warns = false, blocks = false, forbids = false
      where export = ? and place = any(?::bigint[]) and state = 'GATHERED'
      """;
  private static final String RENDERED =
      """
      update export_subject set state = 'RENDERED', manifest_sha256 = ?, warnings = ?,
        overridden = ?
      where export = ? and place = ? and state = 'GATHERED'
      """;
  private static final String TOLD =
      """
      select coalesce(sum(warnings), 0) as warnings, coalesce(sum(overridden), 0) as overridden
      from export_subject where export = ?
      """;
  private static final String IN_STATE =
      "select "
          + KNOWN
          + " from export_subject where export = ? and state = ? order by place limit ?";
  private static final String WITHOUT_FINDINGS =
      "select place, subject, folder, options, facts_digest, '[]' as findings, manifest_sha256"
          + " from export_subject where export = ? and place > ? order by place limit ?";
  private static final String BEHIND =
      "select "
          + KNOWN
          + " from export_subject where export = ? and place > ? order by place limit ?";

  private final Tenancy tenancy;
  private final Sql sql;

  SqlExportSubjects(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void add(Tenant tenant, UUID export, List<Ordered> subjects) {
    Long[] places = new Long[subjects.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i + 1L;
    }
    tenancy.doAs(
        tenant,
        () ->
            sql.update(
                ADD,
                export,
                places,
                each(subjects, Ordered::subject),
                each(subjects, it -> folder(it.subject())),
                each(subjects, Ordered::options)));
  }

  private static String[] each(List<Ordered> subjects, Function<Ordered, String> of) {
    return subjects.stream().map(of).toArray(String[]::new);
  }

  /** A name that every file system takes. */
  private static String folder(String subject) {
    String plain = subject.replaceFirst("^urn:uuid:", "").replaceAll("[^A-Za-z0-9_-]", "-");
    return plain.length() > LONGEST_FOLDER ? plain.substring(0, LONGEST_FOLDER) : plain;
  }

  @Override
  public List<Known> ungathered(Tenant tenant, UUID export, int most) {
    return inState(tenant, export, "ORDERED", most);
  }

  @Override
  public List<Known> unrendered(Tenant tenant, UUID export, int most) {
    return inState(tenant, export, "GATHERED", most);
  }

  private List<Known> inState(Tenant tenant, UUID export, String state, int most) {
    return tenancy.as(
        tenant, () -> sql.list(IN_STATE, SqlExportSubjects::known, export, state, most));
  }

  @Override
  public void gathered(
      Tenant tenant,
      UUID export,
      int place,
      Optional<String> facts,
      String digest,
      List<Finding> findings) {
    tenancy.doAs(
        tenant,
        () ->
            count(
                "gathered",
                export,
                sql.update(
                    GATHERED,
                    facts,
                    digest,
                    FactsJson.write(heaviest(findings)),
                    has(findings, Finding.Weight.WARNS),
                    has(findings, Finding.Weight.BLOCKS),
                    has(findings, Finding.Weight.FORBIDS),
                    export,
                    place)));
  }

  @Override
  public void gatherAnew(Tenant tenant, UUID export, List<Integer> places) {
    Long[] given = places.stream().map(Integer::longValue).toArray(Long[]::new);
    tenancy.doAs(tenant, () -> count("gathered", export, -sql.update(GATHER_ANEW, export, given)));
  }

  /** Nobody reads more; what weighs most is among them. */
  private static List<Finding> heaviest(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing((Finding it) -> it.code().weight()).reversed())
        .limit(MOST_FINDINGS)
        .toList();
  }

  @Override
  public Optional<String> facts(Tenant tenant, UUID export, int place) {
    return tenancy
        .as(
            tenant,
            () ->
                sql.first(
                    "select gathered from export_subject where export = ? and place = ?",
                    row -> row.optionalText("gathered"),
                    export,
                    place))
        .flatMap(it -> it);
  }

  @Override
  public void forget(Tenant tenant, UUID export) {
    tenancy.doAs(
        tenant,
        () -> sql.update("update export_subject set gathered = null where export = ?", export));
  }

  private static boolean has(List<Finding> findings, Finding.Weight weight) {
    return findings.stream().anyMatch(finding -> finding.code().weight() == weight);
  }

  @Override
  public void rendered(Tenant tenant, UUID export, int place, String manifestSha256, Told told) {
    tenancy.doAs(
        tenant,
        () ->
            count(
                "rendered",
                export,
                sql.update(
                    RENDERED, manifestSha256, told.warnings(), told.overridden(), export, place)));
  }

  @Override
  public Told told(Tenant tenant, UUID export) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                    TOLD, row -> new Told(row.number("warnings"), row.number("overridden")), export)
                .orElseThrow());
  }

  @Override
  public void renderAnew(Tenant tenant, UUID export) {
    tenancy.doAs(
        tenant,
        () -> {
          sql.update(
              "update export_subject set state = 'GATHERED', manifest_sha256 = null"
                  + " where export = ? and state = 'RENDERED'",
              export);
          sql.update("update export_job set rendered = 0 where id = ?", export);
        });
  }

  private void count(String column, UUID export, int more) {
    sql.update(
        "update export_job set " + column + " = " + column + " + ? where id = ?", more, export);
  }

  @Override
  public void each(Tenant tenant, UUID export, Consumer<Known> each) {
    int last = 0;
    List<Known> some = behind(WITHOUT_FINDINGS, tenant, export, last, AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(each);
      last = some.get(some.size() - 1).place();
      some = behind(WITHOUT_FINDINGS, tenant, export, last, AT_ONCE);
    }
  }

  private List<Known> behind(String query, Tenant tenant, UUID export, long place, int most) {
    return tenancy.as(tenant, () -> sql.list(query, SqlExportSubjects::known, export, place, most));
  }

  @Override
  public Page<Known> page(Tenant tenant, UUID export, PageRequest page) {
    long after = Math.max(0, page.afterNumber());
    return Page.of(
        behind(BEHIND, tenant, export, after, page.rowsToFetch()),
        page,
        known -> Integer.toString(known.place()));
  }

  @Override
  public Optional<Known> find(Tenant tenant, UUID export, int place) {
    return behind(BEHIND, tenant, export, place - 1L, 1).stream()
        .filter(known -> known.place() == place)
        .findFirst();
  }

  @Override
  public long with(Tenant tenant, UUID export, Finding.Weight weight) {
    String column =
        switch (weight) {
          case WARNS -> "warns";
          case BLOCKS -> "blocks";
          case FORBIDS -> "forbids";
        };
    return tenancy.as(
        tenant,
        () ->
            sql.number(
                "select count(*) from export_subject where export = ? and " + column, export));
  }

  private static Known known(Sql.Row row) throws SQLException {
    return new Known(
        (int) row.number("place"),
        row.text("subject"),
        row.text("folder"),
        row.text("options"),
        row.optionalText("facts_digest"),
        List.of(FactsJson.read(row.text("findings"), Finding[].class)),
        row.optionalText("manifest_sha256"));
  }
}
