package org.cfptrace.aggregator.query.adapter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.query.Footprints.Answered;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.form.FootprintForm;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The footprint of a product of yours. */
@Path("/api/v1/products/{traceId}/footprint")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints", description = "What your products add up to, and why")
public class FootprintResource {
  private final Footprints footprints;
  private final Tenancy tenancy;
  private final Tagged tagged;

  FootprintResource(Footprints footprints, Tenancy tenancy, Tagged tagged) {
    this.footprints = footprints;
    this.tenancy = tenancy;
    this.tagged = tagged;
  }

  /** A footprint with the moment and the version it is of. */
  @Schema(name = "ProductFootprint")
  public record ProductFootprintForm(
      String name,
      String category,
      @Schema(description = "the day it is for") LocalDate asOf,
      @Schema(description = "the version of the structure") long structureVersion,
      Instant structureRecordedAt,
      @JsonUnwrapped FootprintForm footprint) {
    static ProductFootprintForm of(Answered answered) {
      return new ProductFootprintForm(
          answered.version().structure().name(),
          answered.version().structure().category().name(),
          answered.moment().day(),
          answered.version().version(),
          answered.version().recordedAt(),
          FootprintForm.of(answered.footprint(), answered::missingSince));
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "The footprint of one unit, with its explanation",
      description =
          "As it is today, or on a day (asOf), or as it was known at a moment (knownAt); with the"
              + " options it is built with. Where something is missing the total is incomplete and"
              + " says what. The ETag changes exactly when the answer does.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProductFootprintForm.class)))
  public Response footprint(
      @PathParam("traceId") String traceId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("options") @Nullable String options,
      @Context Request request) {
    if (asOf == null && knownAt == null && options == null) {
      footprints.ready(tenancy.ofCaller());
    }
    ProductFootprintForm form =
        tenancy.asCaller(
            tenant ->
                ProductFootprintForm.of(
                    footprints.of(
                        tenant, Paths.traceId(traceId), Questions.of(asOf, knownAt, options))));
    return tagged.answer(request, form);
  }
}
