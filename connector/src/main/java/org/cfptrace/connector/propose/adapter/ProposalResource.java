package org.cfptrace.connector.propose.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.connector.propose.Proposal;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures that aggregators have worked out for our products, to be stated or refused. */
@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "proposals", description = "Figures that aggregators propose to state")
public class ProposalResource {
  private final Trade trade;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

  ProposalResource(Trade trade, Journal journal, Writes writes, Paging paging, Caller caller) {
    this.trade = trade;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(summary = "What was proposed, newest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Paging.Listed.class)))
  public Paging.Listed<ProposalForm> list(
      @Schema(description = "only those that wait for a person") @QueryParam("waiting")
          @Nullable String waiting) {
    Page<Proposal> proposals =
        trade.proposals().newestFirst(paging.wanted(), Paging.flag("waiting", waiting));
    proposals.items().forEach(this::noteReading);
    return Paging.listed(proposals, ProposalForm::of);
  }

  @GET
  @Path("{proposalId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(summary = "One proposal")
  public ProposalForm show(@PathParam("proposalId") String proposalId) {
    ProposalId id = id(proposalId);
    Proposal proposal =
        trade.proposals().find(id).orElseThrow(() -> Refused.notFound("proposal", id));
    noteReading(proposal);
    return ProposalForm.of(proposal);
  }

  /** It tells a total that somebody else has added up: whoever looks at it is noted. */
  private void noteReading(Proposal proposal) {
    journal.note("proposal.read", proposal.id() + " " + proposal.proposer().shortId());
  }

  @POST
  @Path("{proposalId}/acceptance")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "State what is proposed as our own",
      description =
          "Makes the self-declaration of just this figure; what is declared of the product and"
              + " period from now on is a copy of it. The aggregator is told its id.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProposalForm.class)))
  public Response accept(@PathParam("proposalId") String proposalId) {
    return writes.once(
        () -> {
          Proposal settled = trade.settleProposal().accept(id(proposalId), caller.name());
          journal.note("proposal.accepted", settled.id() + " " + settled.proposer().shortId());
          return Answer.ok(ProposalForm.of(settled));
        });
  }

  @POST
  @Path("{proposalId}/refusal")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Refuse what is proposed; the aggregator is told why")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProposalForm.class)))
  public Response refuse(
      @PathParam("proposalId") String proposalId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ProposalForm.RefusalForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          String reason = ProposalForm.RefusalForm.read(body);
          Proposal settled = trade.settleProposal().refuse(id(proposalId), reason, caller.name());
          journal.note("proposal.refused", settled.id() + " " + settled.proposer().shortId());
          return Answer.ok(ProposalForm.of(settled));
        });
  }

  private static ProposalId id(String text) {
    return Paths.read("proposal", text, ProposalId::of);
  }
}
