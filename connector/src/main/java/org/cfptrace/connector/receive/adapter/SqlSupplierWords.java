package org.cfptrace.connector.receive.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.receive.SupplierWord.Progress;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** What partners have said about their products, in PostgreSQL. */
public final class SqlSupplierWords implements SupplierWords {
  private static final String BEGIN =
      """
      insert into supplier_word (partner, trace_id, is_linked, withheld)
      values (?, ?, false, '{}') on conflict do nothing
      """;
  private static final String WHERE = " where partner = ? and trace_id = ?";
  private static final String WITHHELD =
      """
      update supplier_word set withheld = array(
        select distinct item from unnest(withheld || ?::text[]) as item order by item)
      """
          + WHERE;
  private static final String RELEASED =
      """
      update supplier_word set withheld = array(
        select item from unnest(withheld) as item where item <> all (?::text[]) order by item)
      """
          + WHERE;
  private static final String PROGRESS =
      """
      update supplier_word set is_complete = ?, asked = ?, answered = ?, counts_partial = ?,
        progress_on = ?
      """
          + WHERE;

  private final Sql sql;

  public SqlSupplierWords(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public SupplierWord of(ParticipantId partner, TraceId product) {
    return sql.first(
            "select * from supplier_word" + WHERE,
            SqlSupplierWords::word,
            partner.toString(),
            product.uuid())
        .orElse(SupplierWord.NONE);
  }

  @Override
  public void linked(ParticipantId partner, TraceId product) {
    change("update supplier_word set is_linked = true" + WHERE, partner, product);
  }

  @Override
  public void withheld(ParticipantId partner, TraceId product, Set<SharedItem> items) {
    change(WITHHELD, partner, product, (Object) names(items));
  }

  @Override
  public void released(ParticipantId partner, TraceId product, Set<SharedItem> items) {
    change(RELEASED, partner, product, (Object) names(items));
  }

  @Override
  public void progress(ParticipantId partner, TraceId product, Progress progress) {
    change(
        PROGRESS,
        partner,
        product,
        progress.complete(),
        progress.requests().map(RequestCounts::asked),
        progress.requests().map(RequestCounts::answered),
        progress.requests().filter(RequestCounts::isPartial).isPresent(),
        progress.changedOn());
  }

  private void change(
      String statement, ParticipantId partner, TraceId product, Object... parameters) {
    sql.update(BEGIN, partner.toString(), product.uuid());
    Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
    all[parameters.length] = partner.toString();
    all[parameters.length + 1] = product.uuid();
    sql.update(statement, all);
  }

  private static String[] names(Set<SharedItem> items) {
    return items.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static SupplierWord word(Sql.Row row) throws SQLException {
    Set<SharedItem> withheld = EnumSet.noneOf(SharedItem.class);
    for (String name : row.texts("withheld")) {
      withheld.add(SharedItem.valueOf(name));
    }
    return new SupplierWord(row.flag("is_linked"), withheld, progress(row));
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
