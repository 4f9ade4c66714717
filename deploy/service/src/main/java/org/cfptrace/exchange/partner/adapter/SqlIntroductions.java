package org.cfptrace.exchange.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Introduction;
import org.cfptrace.exchange.partner.Introductions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.database.Sql;

/** Introductions in PostgreSQL. */
public final class SqlIntroductions implements Introductions {
  private static final String TAKE =
      """
      insert into introduction as i (participant, purpose, fingerprint, introduced_by, until, inbox,
        taken_at, registry_due_at, registry_failures)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (participant, purpose, fingerprint) do update set
        until = greatest(i.until, excluded.until),
        inbox = case when excluded.inbox = 'OPENING' and i.inbox <> 'OPEN' then 'OPENING' else i.inbox end,
        registry_due_at = case when excluded.inbox = 'OPENING' and i.inbox in ('CLOSED', 'CLOSING')
          then excluded.registry_due_at else i.registry_due_at end,
        registry_failures = case when excluded.inbox = 'OPENING' and i.inbox in ('CLOSED', 'CLOSING')
          then 0 else i.registry_failures end
      """;
  private static final String CLAIM =
      """
      select * from introduction where inbox in ('OPENING', 'CLOSING') and registry_due_at <= ?
      order by registry_due_at limit 1 for update skip locked
      """;
  private static final String ONE = " where participant = ? and purpose = ? and fingerprint = ?";

  private final Sql sql;

  public SqlIntroductions(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public List<Introduction> inForce(ParticipantId participant, Instant now) {
    return sql.list(
        "select * from introduction where participant = ? and until > ? order by taken_at",
        SqlIntroductions::introduction,
        participant.toString(),
        now);
  }

  @Override
  public void take(Introduction introduction, Instant now) {
    sql.update(
        TAKE,
        introduction.participant().toString(),
        introduction.purpose(),
        introduction.fingerprint().text(),
        introduction.by().toString(),
        introduction.until(),
        introduction.inbox(),
        now,
        now);
  }

  @Override
  public InboxAccess inbox(ParticipantId participant) {
    return sql.first(
            "select inbox from introduction where participant = ? order by inbox = 'OPEN' desc,"
                + " inbox = 'OPENING' desc limit 1",
            row -> InboxAccess.valueOf(row.text("inbox")),
            participant.toString())
        .orElse(InboxAccess.CLOSED);
  }

  @Override
  public void letInAgain(ParticipantId participant, Instant now) {
    sql.update(
        "update introduction set inbox = 'OPENING', registry_due_at = ?"
            + " where participant = ? and inbox = 'OPEN' and until > ?",
        now,
        participant.toString(),
        now);
  }

  @Override
  public void end(ParticipantId participant, Introduction.Purpose purpose, Instant now) {
    sql.update(
        "update introduction set until = least(until, ?) where participant = ? and purpose = ?",
        now,
        participant.toString(),
        purpose);
  }

  @Override
  public void endOverdue(Instant now) {
    sql.update(
        "update introduction set inbox = 'CLOSING', registry_due_at = ?, registry_failures = 0"
            + " where inbox in ('OPEN', 'OPENING') and until <= ?",
        now,
        now);
  }

  @Override
  public Optional<Introduction> claimForRegistry(Instant now) {
    return sql.first(CLAIM, SqlIntroductions::introduction, now);
  }

  @Override
  public void told(Introduction introduction) {
    sql.update(
        "update introduction set inbox = ?, registry_failures = 0" + ONE,
        introduction.inbox(),
        introduction.participant().toString(),
        introduction.purpose(),
        introduction.fingerprint().text());
  }

  @Override
  public void tellRegistryAt(Introduction introduction, Instant at) {
    sql.update(
        "update introduction set registry_due_at = ?, registry_failures = registry_failures + 1"
            + ONE,
        at,
        introduction.participant().toString(),
        introduction.purpose(),
        introduction.fingerprint().text());
  }

  @Override
  public int failures(Introduction introduction) {
    return (int)
        sql.number(
            "select registry_failures from introduction" + ONE,
            introduction.participant().toString(),
            introduction.purpose(),
            introduction.fingerprint().text());
  }

  private static Introduction introduction(Sql.Row row) throws SQLException {
    return new Introduction(
        new ParticipantId(row.text("participant")),
        Introduction.Purpose.valueOf(row.text("purpose")),
        new Fingerprint(row.text("fingerprint")),
        new ParticipantId(row.text("introduced_by")),
        row.instant("until"),
        InboxAccess.valueOf(row.text("inbox")));
  }
}
