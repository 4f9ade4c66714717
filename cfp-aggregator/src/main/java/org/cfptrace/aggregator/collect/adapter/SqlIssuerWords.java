package org.cfptrace.aggregator.collect.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.IssuerWord;
import org.cfptrace.aggregator.collect.IssuerWord.Progress;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.database.Sql;

/** What issuers have said of their products, in PostgreSQL. */
public final class SqlIssuerWords implements IssuerWords {
  private static final String WITHHELD =
      """
      insert into issuer_word as known (issuer, trace_id, withheld) values (?, ?, ?)
      on conflict (tenant, issuer, trace_id) do update set withheld = array(
        select distinct item from unnest(known.withheld || excluded.withheld) as item order by item)
      """;
  private static final String RELEASED =
      """
      update issuer_word set withheld = array(
        select item from unnest(withheld) as item where item <> all (?::text[]) order by item)
      where issuer = ? and trace_id = ?
      """;
  private static final String PROGRESS =
      """
      insert into issuer_word
        (issuer, trace_id, withheld, is_complete, asked, answered, counts_partial, progress_on)
      values (?, ?, '{}', ?, ?, ?, ?, ?)
      on conflict (tenant, issuer, trace_id) do update set is_complete = excluded.is_complete,
        asked = excluded.asked, answered = excluded.answered,
        counts_partial = excluded.counts_partial, progress_on = excluded.progress_on
      """;

  private static final String TOTAL_WITHHELD =
      """
      insert into total_withheld (issuer, trace_id, withheld_from) values (?, ?, ?)
      on conflict (tenant, issuer, trace_id) where withheld_until is null do nothing
      """;
  private static final String TOTAL_RELEASED =
      """
      update total_withheld set withheld_until = ?
      where issuer = ? and trace_id = ? and withheld_until is null
      """;
  private static final String SPANS =
      """
      select withheld_from, withheld_until from total_withheld
      where issuer = ? and trace_id = ? order by number
      """;

  private final Sql sql;
  private final Tenancy tenancy;
  private final FigureChanges changes;

  public SqlIssuerWords(Sql sql, Tenancy tenancy, FigureChanges changes) {
    this.sql = requireNonNull(sql, "sql");
    this.tenancy = requireNonNull(tenancy, "tenancy");
    this.changes = requireNonNull(changes, "changes");
  }

  @Override
  public IssuerWord of(Tenant tenant, ParticipantId issuer, TraceId product) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                    "select * from issuer_word where issuer = ? and trace_id = ?",
                    SqlIssuerWords::word,
                    issuer.did(),
                    product.uuid())
                .map(word -> word.withholding(spans(issuer, product)))
                .orElse(IssuerWord.NONE));
  }

  @Override
  public void withheld(Tenant issuer, TraceId product, Set<SharedItem> items, Instant at) {
    String did = issuer.did();
    as(
        issuer,
        product,
        () -> {
          sql.update(WITHHELD, did, product.uuid(), names(items));
          if (items.contains(SharedItem.TOTAL)) {
            sql.update(TOTAL_WITHHELD, did, product.uuid(), at);
          }
        });
  }

  @Override
  public void released(Tenant issuer, TraceId product, Set<SharedItem> items, Instant at) {
    String did = issuer.did();
    as(
        issuer,
        product,
        () -> {
          sql.update(RELEASED, names(items), did, product.uuid());
          if (items.contains(SharedItem.TOTAL)) {
            sql.update(TOTAL_RELEASED, at, did, product.uuid());
          }
        });
  }

  @Override
  public void progress(Tenant issuer, TraceId product, Progress progress) {
    as(
        issuer,
        product,
        () ->
            sql.update(
                PROGRESS,
                issuer.did(),
                product.uuid(),
                progress.complete(),
                progress.requests().map(RequestCounts::asked),
                progress.requests().map(RequestCounts::answered),
                progress.requests().filter(RequestCounts::isPartial).isPresent(),
                progress.changedOn()));
  }

  private void as(Tenant tenant, TraceId product, Runnable said) {
    tenancy.doAs(
        tenant,
        () -> {
          said.run();
          changes.note(tenant, new SupplierProduct(tenant.participant(), product));
        });
  }

  private static String[] names(Set<SharedItem> items) {
    return items.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static IssuerWord word(Sql.Row row) throws SQLException {
    Set<SharedItem> withheld = EnumSet.noneOf(SharedItem.class);
    for (String name : row.texts("withheld")) {
      withheld.add(SharedItem.valueOf(name));
    }
    return new IssuerWord(withheld, progress(row), List.of());
  }

  private List<Span> spans(ParticipantId issuer, TraceId product) {
    return sql.list(
        SPANS,
        span ->
            new Span(span.optionalInstant("withheld_from"), span.optionalInstant("withheld_until")),
        issuer.did(),
        product.uuid());
  }

  private static Optional<Progress> progress(Sql.Row row) throws SQLException {
    boolean isComplete = row.flag("is_complete");
    Optional<RequestCounts> counts =
        row.optionalText("asked").isPresent()
            ? Optional.of(
                new RequestCounts(
                    row.number("asked"), row.number("answered"), row.flag("counts_partial")))
            : Optional.empty();
    return row.optionalDate("progress_on").map(day -> new Progress(isComplete, counts, day));
  }
}
