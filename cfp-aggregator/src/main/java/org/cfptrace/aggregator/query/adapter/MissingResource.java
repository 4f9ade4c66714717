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
import java.time.LocalDate;
import java.util.List;
import org.cfptrace.aggregator.query.Ask;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is missing. */
@Path("/api/v1/products/{traceId}/missing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
public class MissingResource {
  private final Ask ask;
  private final Tenancy tenancy;
  private final Paging paging;
  private final Tagged tagged;

  MissingResource(Ask ask, Tenancy tenancy, Paging paging, Tagged tagged) {
    this.ask = ask;
    this.tenancy = tenancy;
    this.paging = paging;
    this.tagged = tagged;
  }

  /** One thing that is missing. */
  @Schema(name = "MissingSource")
  public record MissingForm(
      @JsonUnwrapped SourceShareForm source,
      @Schema(description = "the day since which it is missing; none where nobody knows")
          @Nullable LocalDate since) {}

  /** A page of what is missing. */
  @Schema(name = "MissingSources")
  public record MissingPage(List<MissingForm> items, @Nullable String next) {}

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "All that keeps a product from being complete, wherever in it, and since when",
      description =
          "Level by level from the product down; on one level by the trace id of the assembly, and"
              + " in it by kind, line and supplier. Each page is worked out when it is asked for: say"
              + " knownAt to have all pages of one moment.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MissingPage.class)))
  public Response missing(
      @PathParam("traceId") String traceId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("options") @Nullable String options,
      @Context Request request) {
    Paging.Listed<MissingForm> form =
        tenancy.asCaller(
            tenant -> {
              Tree tree =
                  ask.tree(tenant, Paths.traceId(traceId), Questions.of(asOf, knownAt, options));
              KgCo2e total = tree.footprint().total().inclBiogenicUptake();
              return Paging.listed(
                  ask.missing(tree, paging.wanted()),
                  gap ->
                      new MissingForm(
                          SourceShareForm.of(gap.contribution(), total), gap.since().orElse(null)));
            });
    return tagged.answer(request, new MissingPage(form.items(), form.next()));
  }
}
