package org.cfptrace.aggregator.gx.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.aggregator.gx.KeepLedger;
import org.cfptrace.aggregator.gx.LedgerEntries;
import org.cfptrace.aggregator.gx.OpenPool;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.PoolLedger;
import org.cfptrace.aggregator.gx.ReductionPool;
import org.cfptrace.aggregator.gx.ReductionPools;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
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

/** Pools of verified reductions: opened, allocated from, debited, and read line by line. */
@Path("/api/v1/gx/pools")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "gx", description = "GX reductions: they never change a footprint")
public class PoolResource {
  private final ReductionPools pools;
  private final LedgerEntries entries;
  private final OpenPool open;
  private final KeepLedger keep;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Paging paging;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  PoolResource(
      ReductionPools pools,
      LedgerEntries entries,
      OpenPool open,
      KeepLedger keep,
      Tenancy tenancy,
      Writes writes,
      Paging paging,
      Journal journal,
      Caller caller,
      Clock clock) {
    this.pools = pools;
    this.entries = entries;
    this.open = open;
    this.keep = keep;
    this.tenancy = tenancy;
    this.writes = writes;
    this.paging = paging;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The pools, as they were opened")
  public Paging.Listed<PoolForm> list() {
    return Paging.listed(tenancy.asCaller(tenant -> pools.list(paging.wanted())), PoolForm::of);
  }

  @POST
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Open a pool for a verified reduction",
      description =
          "For 12 months at most, and once: a second pool of the same project or product line and"
              + " site is refused where the periods overlap.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LedgerForm.class)))
  public Response open(
      @RequestBody(content = @Content(schema = @Schema(implementation = PoolForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          ReductionPool pool = PoolForm.read(body, clock.instant(), caller.name());
          PoolLedger ledger =
              tenancy.asCaller(
                  tenant -> {
                    open.open(pool);
                    journal.note("gx.pool-opened", pool.id().toString());
                    return keep.show(pool.id());
                  });
          return Answer.created("/api/v1/gx/pools/" + pool.id(), shown(ledger));
        });
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "A pool: the figure before, what is left, its lots with the figure after")
  public LedgerForm show(@PathParam("id") String id) {
    PoolId pool = pool(id);
    return shown(tenancy.asCaller(tenant -> keep.show(pool)));
  }

  @GET
  @Path("{id}/entries")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The whole ledger of a pool, line by line")
  public Paging.Listed<EntryForm> entries(@PathParam("id") String id) {
    PoolId pool = pool(id);
    PageRequest page = paging.wanted();
    return Paging.listed(
        tenancy.asCaller(
            tenant -> {
              ReductionPool found =
                  pools.find(pool).orElseThrow(() -> Refused.notFound("pool", pool));
              return entries.of(found.id(), page);
            }),
        EntryForm::of);
  }

  @POST
  @Path("{id}/allocations")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Allocate a part of a pool to a product lot, under a new certificate")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LotForm.class)))
  public Response allocate(
      @PathParam("id") String id,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ActReader.AllocationBody.class)))
          Body body) {
    PoolId pool = pool(id);
    return writes.once(
        body,
        () -> {
          Allocation allocation = ActReader.allocation(body);
          PoolLedger ledger =
              tenancy.asCaller(
                  tenant -> {
                    journal.note("gx.certificate-issued", allocation.certificate().value());
                    return keep.allocate(pool, allocation, caller.name());
                  });
          return Answer.created(
              LotForm.of(ledger, ledger.find(allocation.certificate()).orElseThrow()));
        });
  }

  @POST
  @Path("{id}/debits")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Take from a pool what a lowered footprint has taken already")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LedgerForm.class)))
  public Response debit(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ActReader.DebitBody.class)))
          Body body) {
    PoolId pool = pool(id);
    return writes.once(
        body,
        () -> {
          Debit debit = ActReader.debit(body);
          PoolLedger ledger =
              tenancy.asCaller(
                  tenant -> {
                    journal.note("gx.pool-debited", pool.toString());
                    return keep.debit(pool, debit, caller.name());
                  });
          return Answer.created(shown(ledger));
        });
  }

  @POST
  @Path("{id}/closure")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Allocate no more from a pool; what stands stays")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LedgerForm.class)))
  public Response close(
      @PathParam("id") String id,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ActReader.PoolEndBody.class)))
          Body body) {
    return end(pool(id), PoolEnd.Kind.CLOSED, body);
  }

  @POST
  @Path("{id}/withdrawal")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Withdraw a pool that was opened by mistake",
      description =
          "While no certificate of it stands and nothing was debited. What it claimed may be pooled"
              + " again; the pool and its ledger stay to be read.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LedgerForm.class)))
  public Response withdraw(
      @PathParam("id") String id,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ActReader.PoolEndBody.class)))
          Body body) {
    return end(pool(id), PoolEnd.Kind.WITHDRAWN, body);
  }

  private Response end(PoolId pool, PoolEnd.Kind kind, Body body) {
    return writes.once(
        body,
        () -> {
          PoolEnd end = ActReader.end(kind, body);
          PoolLedger ledger =
              tenancy.asCaller(
                  tenant -> {
                    journal.note("gx.pool-ended", kind + " " + pool);
                    return keep.end(pool, end, caller.name());
                  });
          return Answer.created(shown(ledger));
        });
  }

  private LedgerForm shown(PoolLedger ledger) {
    return LedgerForm.of(ledger, paging.wanted());
  }

  private static PoolId pool(String text) {
    try {
      return PoolId.of(text);
    } catch (IllegalArgumentException notAnId) {
      throw new Refused(ProblemCode.NOT_FOUND, "no pool of this id");
    }
  }
}
