package org.cfptrace.connector.notify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/**
 * Notifications in PostgreSQL. A row has no number until its transaction commits; a deferred
 * trigger draws it then, under a lock that is held until the transaction is visible. So numbers
 * become visible in their order, and a reader needs to remember nothing but the last one it saw.
 * What was told in a transaction is not seen by that transaction itself.
 */
public final class SqlNotifications implements Notifications {
  private static final String TELL =
      """
      insert into notification (type, partner, trace_id, request_id, declaration_id, facts, told_at,
        once_key)
      values (?, ?, ?::uuid, ?, ?, ?, ?, ?)
      on conflict (once_key) do nothing
      """;
  private static final String NEWEST_FIRST =
      """
      select * from notification
      where number < ? and (?::text is null or type = ?)
        and (?::boolean is null or (read_at is null) = ?)
        and (?::text is null or partner = ?)
      order by number desc limit ?
      """;

  private final Sql sql;

  public SqlNotifications(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void tell(Told told) {
    sql.update(
        TELL,
        told.type(),
        told.partner().map(ParticipantId::did),
        told.product().map(TraceId::uuid),
        told.requestId(),
        told.declarationId(),
        written(told.facts()),
        told.at(),
        told.onceKey());
  }

  @Override
  public Optional<Notification> find(long number) {
    return sql.first(
        "select * from notification where number = ?", SqlNotifications::notification, number);
  }

  @Override
  public Page<Notification> newestFirst(PageRequest page, Filter filter) {
    Optional<String> partner = filter.partner().map(ParticipantId::did);
    List<Notification> rows =
        sql.list(
            NEWEST_FIRST,
            SqlNotifications::notification,
            page.beforeNumber(),
            filter.type(),
            filter.type(),
            filter.unread(),
            filter.unread(),
            partner,
            partner,
            page.rowsToFetch());
    return Page.of(rows, page, notification -> Long.toString(notification.number()));
  }

  @Override
  public List<Notification> after(long number, int most) {
    return sql.list(
        "select * from notification where number > ? order by number limit ?",
        SqlNotifications::notification,
        number,
        most);
  }

  @Override
  public boolean read(long number, String by, Instant at) {
    return sql.update(
            "update notification set read_at = ?, read_by = ?"
                + " where number = ? and read_at is null",
            at,
            by,
            number)
        > 0;
  }

  @Override
  public long unread() {
    return sql.number(
        "select count(*) from notification where number is not null and read_at is null");
  }

  private static Notification notification(Sql.Row row) throws SQLException {
    return new Notification(
        row.number("number"),
        NotificationType.valueOf(row.text("type")),
        row.optionalText("partner").map(ParticipantId::new),
        row.optionalUuid("trace_id").map(TraceId::new),
        row.optionalText("request_id"),
        row.optionalText("declaration_id"),
        facts(row.text("facts")),
        row.instant("told_at"),
        row.optionalInstant("read_at"),
        row.optionalText("read_by"));
  }

  private static String written(Map<String, String> facts) {
    ObjectNode json = StrictJson.object();
    facts.forEach(json::put);
    return new String(StrictJson.write(json), UTF_8);
  }

  private static Map<String, String> facts(String text) {
    Map<String, String> facts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> fact : StrictJson.parse(text.getBytes(UTF_8)).properties()) {
      facts.put(fact.getKey(), fact.getValue().textValue());
    }
    return facts;
  }
}
