package org.cfptrace.aggregator.structure.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Emission factors, in versions that never change. */
@Path("/api/v1/factor-sets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "emission factors", description = "Versioned sets with source, year and region")
public class FactorSetResource {
  private final FactorSets sets;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Paging paging;

  FactorSetResource(
      FactorSets sets, Tenancy tenancy, Writes writes, Journal journal, Paging paging) {
    this.sets = sets;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.paging = paging;
  }

  /** A set in a list. */
  @Schema(name = "ListedFactorSet")
  public record ListedForm(
      String id,
      String version,
      String source,
      int year,
      String region,
      @Nullable GwpSet gwp,
      int factors) {
    static ListedForm of(FactorSet set) {
      return new ListedForm(
          set.id(),
          set.version(),
          set.source(),
          set.year(),
          set.region(),
          set.gwp().orElse(null),
          set.factors().size());
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Your sets, and the small ones that are shipped for tries")
  public Paging.Listed<ListedForm> list() {
    return tenancy.asCaller(
        tenant -> Paging.listed(sets.list(tenant, paging.wanted()), ListedForm::of));
  }

  @GET
  @Path("{id}/versions/{version}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "A version of a set with its factors")
  public FactorSetForm show(@PathParam("id") String id, @PathParam("version") String version) {
    return tenancy.asCaller(
        tenant ->
            sets.find(tenant, id, version)
                .map(FactorSetForm::of)
                .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no such factor set")));
  }

  @POST
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Load a version of a set; it is not changed afterwards")
  public Response load(
      @RequestBody(content = @Content(schema = @Schema(implementation = FactorSetForm.class)))
          Body body) {
    return writes.once(
        body,
        () ->
            tenancy.asCaller(
                tenant -> {
                  var errors = new FieldErrors();
                  var set = FactorSetForm.read(body.fields(errors));
                  errors.refuseIfAny();
                  if (!sets.keep(tenant, set.orElseThrow())) {
                    throw new Refused(
                        ProblemCode.CONFLICT,
                        "version " + set.get().version() + " is there already; give a new number");
                  }
                  journal.note("factor-set.loaded", set.get().id() + " " + set.get().version());
                  return Answer.created(ListedForm.of(set.get()));
                }));
  }
}
