package org.cfptrace.connector.propose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.propose.Proposal;
import org.cfptrace.connector.propose.Proposals;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/** Proposals in PostgreSQL. */
public final class SqlProposals implements Proposals {
  private static final String ADD =
      """
      insert into footprint_proposal (proposal_id, proposer, thread, trace_id, period_from,
        period_to, body, state, received_at)
      values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing
      """;

  /** Of each period the one accepted last, unless a statement of it was recalled. */
  private static final String COUNTING =
      """
      select * from (
        select distinct on (p.period_from, p.period_to) p.*, exists (
            select 1 from issued_declaration d
            where d.trace_id = p.trace_id and d.statement_id is null and d.state = 'RECALLED'
              and d.claims::jsonb #>> '{ext,footprintProposal,proposalId}'
                = 'urn:uuid:' || p.proposal_id) as recalled
        from footprint_proposal p where p.trace_id = ? and p.state = 'ACCEPTED'
        order by p.period_from, p.period_to, p.settled_at desc, p.number desc) latest
      where not recalled
      """;

  private final Sql sql;

  public SqlProposals(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public boolean add(Proposal proposal) {
    return sql.update(
            ADD,
            proposal.id().uuid(),
            proposal.proposer().toString(),
            proposal.thread(),
            proposal.product().uuid(),
            proposal.period().from(),
            proposal.period().to(),
            new String(StrictJson.write(proposal.body().toJson()), UTF_8),
            proposal.receivedAt())
        > 0;
  }

  @Override
  public Optional<Proposal> find(ProposalId id) {
    return sql.first(
        "select * from footprint_proposal where proposal_id = ?",
        SqlProposals::proposal,
        id.uuid());
  }

  @Override
  public Optional<Proposal> lock(ProposalId id) {
    return sql.first(
        "select * from footprint_proposal where proposal_id = ? for update",
        SqlProposals::proposal,
        id.uuid());
  }

  @Override
  public void accept(ProposalId id, String by, Instant at) {
    sql.update(
        "update footprint_proposal set state = 'ACCEPTED', settled_by = ?, settled_at = ?"
            + " where proposal_id = ?",
        by,
        at,
        id.uuid());
  }

  @Override
  public void stated(ProposalId id, DeclarationId statement) {
    sql.update(
        "update footprint_proposal set statement = ? where proposal_id = ?",
        statement.value(),
        id.uuid());
  }

  @Override
  public void refuse(ProposalId id, String reason, String by, Instant at) {
    sql.update(
        "update footprint_proposal set state = 'REFUSED', reason = ?, settled_by = ?,"
            + " settled_at = ? where proposal_id = ?",
        reason,
        by,
        at,
        id.uuid());
  }

  private record Numbered(long number, Proposal proposal) {}

  @Override
  public Page<Proposal> newestFirst(PageRequest page, boolean waitingOnly) {
    List<Numbered> rows =
        sql.list(
            "select * from footprint_proposal where number < ?"
                + (waitingOnly ? " and state = 'WAITING'" : "")
                + " order by number desc limit ?",
            row -> new Numbered(row.number("number"), proposal(row)),
            page.beforeNumber(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number())).map(Numbered::proposal);
  }

  @Override
  public Optional<Proposal> accepted(TraceId product, Period period) {
    return sql.first(
        COUNTING + " and period_from = ? and period_to = ?",
        SqlProposals::proposal,
        product.uuid(),
        period.from(),
        period.to());
  }

  @Override
  public Optional<Proposal> latestAccepted(TraceId product) {
    return sql.first(
        COUNTING + " order by period_to desc, period_from limit 1",
        SqlProposals::proposal,
        product.uuid());
  }

  private static Proposal proposal(Sql.Row row) throws SQLException {
    return new Proposal(
        new ParticipantId(row.text("proposer")),
        row.text("thread"),
        FootprintProposalBody.fromJson(StrictJson.parseKept(row.text("body"))),
        row.instant("received_at"),
        settled(row));
  }

  private static Optional<Proposal.Settled> settled(Sql.Row row) throws SQLException {
    Optional<String> by = row.optionalText("settled_by");
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proposal.Settled(
                by.get(),
                row.instant("settled_at"),
                row.optionalText("reason"),
                row.optionalText("statement").map(DeclarationId::new)));
  }
}
