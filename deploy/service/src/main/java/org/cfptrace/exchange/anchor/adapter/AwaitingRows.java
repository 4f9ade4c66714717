package org.cfptrace.exchange.anchor.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/**
 * The rows of one table that await something of the public log, in the end its proof. They are
 * claimed by moving them on, so that no row is locked while the log is asked.
 */
final class AwaitingRows {
  /** What has failed is tried after a quarter of a second, doubled each time, at most a minute. */
  static final String LATER =
      """
      attempts = attempts + 1,
      due_at = ?::timestamptz + least(power(2, least(attempts, 20)) * interval '250 ms', interval '1 minute')
      """;

  private static final String CLAIM =
      """
      update %1$s set due_at = ? where %2$s in (
        select %2$s from %1$s where %3$s and due_at <= ?
        order by due_at, %2$s limit ? for update skip locked)
      returning *
      """;

  private final Sql sql;
  private final String table;
  private final String key;

  /**
   * Makes it.
   *
   * @param table with the columns {@code due_at}, {@code attempts}, {@code proof} and {@code
   *     included_at}
   * @param key its key, a text
   */
  AwaitingRows(Sql sql, String table, String key) {
    this.sql = requireNonNull(sql, "sql");
    this.table = requireNonNull(table, "table");
    this.key = requireNonNull(key, "key");
  }

  /**
   * Claims those that are due, until a moment.
   *
   * @param awaiting a condition that says what they await
   */
  <T> List<T> claim(
      String awaiting, Sql.RowReader<T> reader, Instant now, Instant until, int most) {
    return sql.list(CLAIM.formatted(table, key, awaiting), reader, until, now, most);
  }

  /** Keeps the proof of one, and says whether it had none yet. */
  boolean proven(String id, JsonNode proof, Instant since) {
    return sql.update(
            "update %s set proof = ?, included_at = ?, attempts = 0 where %s = ? and proof is null"
                .formatted(table, key),
            new String(StrictJson.write(proof), UTF_8),
            since,
            id)
        > 0;
  }

  /** They failed. */
  void tryLater(Collection<String> ids, Instant now) {
    sql.update("update %s set %s where %s = any (?)".formatted(table, LATER, key), now, texts(ids));
  }

  /** They did not fail, and are not there yet. */
  void askAgain(Collection<String> ids, Instant at) {
    sql.update("update %s set due_at = ? where %s = any (?)".formatted(table, key), at, texts(ids));
  }

  /** The proof of one, once it is there. */
  Optional<JsonNode> proofOf(String id) {
    return sql.first(
            "select proof from %s where %s = ?".formatted(table, key),
            row -> row.optionalText("proof"),
            id)
        .flatMap(text -> text)
        .map(text -> StrictJson.parseKept(text));
  }

  private static String[] texts(Collection<String> ids) {
    return ids.toArray(String[]::new);
  }
}
