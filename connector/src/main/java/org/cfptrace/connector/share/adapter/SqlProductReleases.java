package org.cfptrace.connector.share.adapter;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.declaration.Audience;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;

/** What partners are told of products, in PostgreSQL. */
public final class SqlProductReleases implements ProductReleases {
  private static final String KEEP =
      """
      insert into product_release as r (partner, trace_id, audience, draft_switches, draft_rule,
        draft_percent, drafted_by, switches, rule, percent, released_by, changed_at, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      on conflict (partner, trace_id) do update
      set audience = excluded.audience, draft_switches = excluded.draft_switches,
        draft_rule = excluded.draft_rule, draft_percent = excluded.draft_percent,
        drafted_by = excluded.drafted_by, switches = excluded.switches, rule = excluded.rule,
        percent = excluded.percent, released_by = excluded.released_by,
        changed_at = excluded.changed_at, version = r.version + 1
      where r.version = ?
      """;
  private static final String END =
      """
      update product_release set switches = '{}', rule = 'ASK', percent = null,
        draft_switches = null, draft_rule = null, draft_percent = null, drafted_by = null,
        version = version + 1
      where partner = ? and trace_id = ?
      """;
  private static final String LIST =
      """
      select * from product_release
      where (trace_id::text || ' ' || partner) > ? and (not ? or draft_rule is not null)
      order by trace_id::text || ' ' || partner limit ?
      """;

  private final Sql sql;

  public SqlProductReleases(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<ProductRelease> find(ParticipantId partner, TraceId product) {
    return sql.first(
        "select * from product_release where partner = ? and trace_id = ?",
        SqlProductReleases::release,
        partner.toString(),
        product.uuid());
  }

  @Override
  public List<ProductRelease> of(TraceId product) {
    return sql.list(
        "select * from product_release where trace_id = ? order by partner limit 10000",
        SqlProductReleases::release,
        product.uuid());
  }

  @Override
  public Page<ProductRelease> list(PageRequest page, boolean onlyDrafts) {
    List<ProductRelease> rows =
        sql.list(
            LIST,
            SqlProductReleases::release,
            page.after().orElse(""),
            onlyDrafts,
            page.rowsToFetch());
    return Page.of(rows, page, row -> row.product().uuid() + " " + row.partner());
  }

  @Override
  public ProductRelease keep(ProductRelease release) {
    Optional<ReleaseTerms> draft = release.draft();
    int kept =
        sql.update(
            KEEP,
            release.partner().toString(),
            release.product().uuid(),
            release.audience(),
            draft.map(terms -> names(terms.switches())),
            draft.map(terms -> terms.rule().kind()),
            draft.flatMap(terms -> terms.rule().percent()),
            release.draftedBy(),
            names(release.inForce().switches()),
            release.inForce().rule().kind(),
            release.inForce().rule().percent(),
            release.releasedBy(),
            release.changedAt(),
            release.version());
    if (kept == 0) {
      throw new Refused(ProblemCode.VERSION_OUTDATED, "the release was changed in the meantime");
    }
    return find(release.partner(), release.product()).orElseThrow();
  }

  @Override
  public void end(ParticipantId partner, TraceId product) {
    sql.update(END, partner.toString(), product.uuid());
  }

  private static String[] names(Set<ReleaseSwitch> switches) {
    return switches.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static ProductRelease release(Sql.Row row) throws SQLException {
    Optional<String> draftRule = row.optionalText("draft_rule");
    return new ProductRelease(
        new ParticipantId(row.text("partner")),
        new TraceId(row.uuid("trace_id")),
        Audience.valueOf(row.text("audience")),
        draftRule.isPresent()
            ? Optional.of(terms(row, "draft_switches", "draft_rule", "draft_percent"))
            : Optional.empty(),
        row.optionalText("drafted_by"),
        terms(row, "switches", "rule", "percent"),
        row.optionalText("released_by"),
        row.instant("changed_at"),
        row.number("version"));
  }

  private static ReleaseTerms terms(Sql.Row row, String switches, String rule, String percent)
      throws SQLException {
    Set<ReleaseSwitch> on = EnumSet.noneOf(ReleaseSwitch.class);
    for (String name : row.texts(switches)) {
      on.add(ReleaseSwitch.valueOf(name));
    }
    return new ReleaseTerms(
        on,
        new RedeclareRule(
            RedeclareRule.Kind.valueOf(row.text(rule)),
            row.optionalText(percent).map(BigDecimal::new)));
  }
}
