package org.cfptrace.aggregator.vehicle.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.query.adapter.Questions;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.aggregator.vehicle.VehicleModel;
import org.cfptrace.aggregator.vehicle.VehicleModels;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Tagged;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A vehicle and its footprint. */
@Path("/api/v1/vehicles/{traceId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "vehicles", description = "The footprint of a vehicle, cradle to gate")
public class VehicleResource {
  private final VehicleModels models;
  private final Footprints footprints;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Tagged tagged;

  VehicleResource(
      VehicleModels models,
      Footprints footprints,
      Tenancy tenancy,
      Writes writes,
      Journal journal,
      Tagged tagged) {
    this.models = models;
    this.footprints = footprints;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.tagged = tagged;
  }

  @PUT
  @Path("model")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Say what a product is as a vehicle; replaces what was said before")
  public Response write(
      @PathParam("traceId") String traceId,
      @RequestBody(content = @Content(schema = @Schema(implementation = VehicleModelForm.class)))
          Body body) {
    return writes.once(
        body,
        () ->
            tenancy.asCaller(
                tenant -> {
                  TraceId product = Paths.traceId(traceId);
                  VehicleModel model = VehicleModelForm.read(body, product);
                  models.keep(tenant, model);
                  journal.note("vehicle.described", product.toString());
                  return Answer.ok(VehicleModelForm.of(model));
                }));
  }

  @GET
  @Path("model")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What a product is as a vehicle")
  public VehicleModelForm model(@PathParam("traceId") String traceId) {
    TraceId product = Paths.traceId(traceId);
    return tenancy.asCaller(
        tenant ->
            models
                .find(tenant, product)
                .map(VehicleModelForm::of)
                .orElseThrow(() -> Refused.notFound("vehicle", product)));
  }

  @GET
  @Path("footprint")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "The footprint per vehicle, per kilogram and per kilometre, and what it is made of",
      description =
          "Cradle to gate, without biogenic uptake. Outbound logistics, use phase and end of life"
              + " stand beside it as scopes of their own and are in none of the numbers.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VehicleFootprintForm.class)))
  public Response footprint(
      @PathParam("traceId") String traceId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("options") @Nullable String options,
      @Context Request request) {
    TraceId product = Paths.traceId(traceId);
    VehicleFootprintForm form =
        tenancy.asCaller(
            tenant -> {
              VehicleModel model =
                  models
                      .find(tenant, product)
                      .orElseThrow(() -> Refused.notFound("vehicle", product));
              VehicleFootprint footprint =
                  new VehicleFootprint(
                      model, footprints.tree(tenant, product, Questions.of(asOf, null, options)));
              if (footprint.tree().root().unit() != DeclaredUnit.PIECE) {
                throw new Refused(
                    ProblemCode.UNIT_MISMATCH,
                    "a vehicle's structure is per piece, this one is per "
                        + footprint.tree().root().unit());
              }
              return VehicleFootprintForm.of(footprint);
            });
    return tagged.answer(request, form);
  }
}
