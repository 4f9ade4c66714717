package org.cfptrace.exchange.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** Alarms in PostgreSQL. */
public final class SqlAlarms implements Alarms {
  private final Sql sql;

  public SqlAlarms(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public boolean raise(AlarmKind kind, ParticipantId participant, String key, Instant at) {
    return sql.update(
            "insert into alarm (kind, participant, key, raised_at) values (?, ?, ?, ?)"
                + " on conflict (kind, participant, key) do nothing",
            kind,
            participant.toString(),
            key,
            at)
        > 0;
  }

  @Override
  public boolean settle(long number, String who, Instant at) {
    return sql.update(
            "update alarm set settled_at = ?, settled_by = ?"
                + " where number = ? and settled_at is null",
            at,
            who,
            number)
        > 0;
  }

  @Override
  public void settle(ParticipantId participant, String key, String who, Instant at) {
    sql.update(
        "update alarm set settled_at = ?, settled_by = ?"
            + " where participant = ? and key = ? and settled_at is null",
        at,
        who,
        participant.toString(),
        key);
  }

  @Override
  public long open() {
    return sql.number("select count(*) from alarm where settled_at is null");
  }

  @Override
  public Page<Alarm> newestFirst(PageRequest page) {
    List<Alarm> rows =
        sql.list(
            "select * from alarm where number < ? order by number desc limit ?",
            SqlAlarms::alarm,
            page.beforeNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, alarm -> Long.toString(alarm.number()));
  }

  private static Alarm alarm(Sql.Row row) throws SQLException {
    return new Alarm(
        row.number("number"),
        AlarmKind.valueOf(row.text("kind")),
        new ParticipantId(row.text("participant")),
        row.text("key"),
        row.instant("raised_at"),
        row.optionalInstant("settled_at"),
        row.optionalText("settled_by"));
  }
}
