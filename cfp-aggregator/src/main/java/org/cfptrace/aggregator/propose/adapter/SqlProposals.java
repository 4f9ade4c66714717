package org.cfptrace.aggregator.propose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.propose.Proposal;
import org.cfptrace.aggregator.propose.Proposals;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;

/** Proposals in PostgreSQL. */
@ApplicationScoped
class SqlProposals implements Proposals {
  private static final String ADD =
      """
      insert into footprint_proposal (proposal_id, trace_id, body, explanation, state, proposed_by,
        proposed_at)
      values (?, ?, ?, ?, 'PROPOSED', ?, ?)
      """;
  private static final String ANSWERED =
      """
      update footprint_proposal set state = ?, reason = ?, declaration_id = ?, answered_at = ?
      where proposal_id = ? and state = 'PROPOSED'
      """;

  private final Tenancy tenancy;
  private final Sql sql;

  SqlProposals(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void add(Tenant tenant, Proposal proposal) {
    tenancy.doAs(
        tenant,
        () ->
            sql.update(
                ADD,
                proposal.id().uuid(),
                proposal.product().uuid(),
                new String(StrictJson.write(proposal.body().toJson()), UTF_8),
                proposal.explanation(),
                proposal.proposedBy(),
                proposal.proposedAt()));
  }

  private record Numbered(long number, Proposal proposal) {}

  @Override
  public Page<Proposal> newestFirst(Tenant tenant, TraceId product, PageRequest page) {
    List<Numbered> rows =
        tenancy.as(
            tenant,
            () ->
                sql.list(
                    "select * from footprint_proposal where trace_id = ? and number < ?"
                        + " order by number desc limit ?",
                    row -> new Numbered(row.number("number"), proposal(row)),
                    product.uuid(),
                    page.beforeNumber(),
                    page.rowsToFetch()));
    return Page.of(rows, page, row -> Long.toString(row.number())).map(Numbered::proposal);
  }

  @Override
  public boolean answered(Tenant tenant, ProposalAnswerBody answer, Instant at) {
    int changed =
        tenancy.as(
            tenant,
            () ->
                sql.update(
                    ANSWERED,
                    answer.isAccepted() ? Proposal.State.ACCEPTED : Proposal.State.REFUSED,
                    answer.reason(),
                    answer.declarationId().map(DeclarationId::value),
                    at,
                    answer.proposalId().uuid()));
    return changed > 0;
  }

  private static Proposal proposal(Sql.Row row) throws SQLException {
    FootprintProposalBody body =
        FootprintProposalBody.fromJson(StrictJson.parseKept(row.text("body")));
    Optional<Instant> answeredAt = row.optionalInstant("answered_at");
    Optional<String> reason = row.optionalText("reason");
    Optional<DeclarationId> statement = row.optionalText("declaration_id").map(DeclarationId::new);
    return new Proposal(
        body,
        row.text("explanation"),
        row.text("proposed_by"),
        row.instant("proposed_at"),
        answeredAt.map(
            at ->
                new Proposal.Answer(
                    new ProposalAnswerBody(body.proposalId(), reason, statement), at)));
  }
}
