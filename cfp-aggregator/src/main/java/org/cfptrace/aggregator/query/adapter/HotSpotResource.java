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
import java.util.List;
import org.cfptrace.aggregator.query.Ask;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What to look at first. */
@Path("/api/v1/products/{traceId}/hotspots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
public class HotSpotResource {
  private static final int USUAL = 10;
  private static final int MOST = 1000;

  private final Ask ask;
  private final Tenancy tenancy;
  private final Tagged tagged;

  HotSpotResource(Ask ask, Tenancy tenancy, Tagged tagged) {
    this.ask = ask;
    this.tenancy = tenancy;
    this.tagged = tagged;
  }

  /** One place to look at. */
  @Schema(name = "HotSpot")
  public record HotSpotForm(@JsonUnwrapped SourceShareForm source, Bilingual advice) {}

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "What to look at first, and what to ask whom",
      description =
          "What has no figure comes first, because nobody knows how large it is, of these the largest"
              + " by its last known figure; then the largest."
              + " top = 1 to 1000, 10 when not said.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = HotSpotForm.class)))
  public Response hotSpots(
      @PathParam("traceId") String traceId,
      @QueryParam("top") @Nullable String top,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("options") @Nullable String options,
      @Context Request request) {
    int most = Questions.number("top", top, USUAL, MOST);
    List<HotSpotForm> form =
        tenancy.asCaller(
            tenant -> {
              Tree tree =
                  ask.tree(tenant, Paths.traceId(traceId), Questions.of(asOf, knownAt, options));
              KgCo2e total = tree.footprint().total().inclBiogenicUptake();
              return ask.hotSpots(tree, most).stream()
                  .map(
                      spot ->
                          new HotSpotForm(
                              SourceShareForm.of(spot.contribution(), total), spot.advice()))
                  .toList();
            });
    return tagged.answer(request, form);
  }
}
