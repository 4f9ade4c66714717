package org.cfptrace.exchange.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** Partners in PostgreSQL. */
public final class SqlPartners implements Partners {
  // The registry is told anew whenever the access we want changes.
  private static final String SAVE =
      """
      insert into partner as p (participant, name, state, note, reason, trusted_keys, inbox,
        changed_at, version, registry_due_at, registry_failures)
      values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0)
      on conflict (participant) do update set name = excluded.name, state = excluded.state,
        note = excluded.note, reason = excluded.reason, trusted_keys = excluded.trusted_keys,
        inbox = excluded.inbox, changed_at = excluded.changed_at, version = p.version + 1,
        registry_due_at = excluded.registry_due_at, registry_failures = 0
      """;
  private static final String CLAIM =
      """
      select * from partner where inbox in ('OPENING', 'CLOSING') and registry_due_at <= ?
      order by registry_due_at limit 1 for update skip locked
      """;

  private final Sql sql;

  public SqlPartners(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Optional<Partner> find(ParticipantId id) {
    return sql.first(
        "select * from partner where participant = ?", SqlPartners::partner, id.toString());
  }

  @Override
  public Optional<Partner> findForChange(ParticipantId id) {
    return sql.first(
        "select * from partner where participant = ? for update",
        SqlPartners::partner,
        id.toString());
  }

  @Override
  public void save(Partner partner) {
    sql.update(
        SAVE,
        partner.id().toString(),
        partner.name(),
        partner.state(),
        partner.note(),
        partner.reason(),
        partner.trustedKeys().stream().map(KeyThumbprint::value).toArray(String[]::new),
        partner.inbox(),
        partner.changedAt(),
        partner.changedAt());
  }

  @Override
  public Page<Partner> list(PageRequest page) {
    List<Partner> rows =
        sql.list(
            "select * from partner where participant > ? order by participant limit ?",
            SqlPartners::partner,
            page.after().orElse(""),
            page.rowsToFetch());
    return Page.of(rows, page, partner -> partner.id().toString());
  }

  @Override
  public Optional<Partner> claimForRegistry(Instant now) {
    return sql.first(CLAIM, SqlPartners::partner, now);
  }

  @Override
  public void tellRegistryAt(ParticipantId id, Instant at) {
    sql.update(
        "update partner set registry_due_at = ?, registry_failures = registry_failures + 1"
            + " where participant = ?",
        at,
        id.toString());
  }

  @Override
  public int failures(ParticipantId id) {
    return (int)
        sql.number("select registry_failures from partner where participant = ?", id.toString());
  }

  private static Partner partner(Sql.Row row) throws SQLException {
    return new Partner(
        new ParticipantId(row.text("participant")),
        row.text("name"),
        PartnerState.valueOf(row.text("state")),
        row.optionalText("note"),
        row.optionalText("reason"),
        Arrays.stream(row.texts("trusted_keys")).map(KeyThumbprint::new).toList(),
        InboxAccess.valueOf(row.text("inbox")),
        row.instant("changed_at"),
        row.number("version"));
  }
}
