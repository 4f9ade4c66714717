package org.cfptrace.aggregator.propose.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.aggregator.propose.Proposal;
import org.cfptrace.aggregator.propose.Proposals;
import org.cfptrace.aggregator.propose.ProposeFootprint;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
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

/** Figures proposed to the company whose product they are of. */
@Path("/api/v1/products/{traceId}/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "proposals", description = "Figures for your own connector to declare")
public class ProposalResource {
  private final ProposeFootprint propose;
  private final Proposals proposals;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Paging paging;
  private final Journal journal;
  private final Caller caller;

  ProposalResource(
      ProposeFootprint propose,
      Proposals proposals,
      Tenancy tenancy,
      Writes writes,
      Paging paging,
      Journal journal,
      Caller caller) {
    this.propose = propose;
    this.proposals = proposals;
    this.tenancy = tenancy;
    this.writes = writes;
    this.paging = paging;
    this.journal = journal;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Propose the footprint to your own connector, which declares it or refuses it",
      description =
          "The roll-up as of the last day of the period, without options. An incomplete total is"
              + " refused with all that is missing, unless acceptIncomplete is true.")
  @APIResponse(
      responseCode = "201",
      description = "on its way",
      content = @Content(schema = @Schema(implementation = ProposalForm.class)))
  public Response propose(
      @PathParam("traceId") String traceId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ProposalForm.WishForm.class)))
          Body body) {
    return writes.once(
        body,
        () ->
            tenancy.asCaller(
                tenant -> {
                  TraceId product = Paths.traceId(traceId);
                  ProposeFootprint.Wish wish = ProposalForm.WishForm.read(body, product);
                  Proposal proposal = propose.propose(tenant, wish, caller.name());
                  journal.note("footprint.proposed", product + " " + proposal.id());
                  return Answer.created(ProposalForm.of(proposal));
                }));
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What was proposed of a product, newest first, and what was answered")
  public Paging.Listed<ProposalForm> list(@PathParam("traceId") String traceId) {
    TraceId product = Paths.traceId(traceId);
    return tenancy.asCaller(
        tenant ->
            Paging.listed(
                proposals.newestFirst(tenant, product, paging.wanted()), ProposalForm::of));
  }
}
