package org.cfptrace.aggregator.query.adapter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cfptrace.aggregator.query.Ask;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.form.Paths;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

  HotSpotResource(Ask ask, Tenancy tenancy) {
    this.ask = ask;
    this.tenancy = tenancy;
  }

  /** One place to look at. */
  @Schema(name = "HotSpot")
  public record HotSpotForm(@JsonUnwrapped SourceShareForm source, Bilingual advice) {}

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "What to look at first, and what to ask whom",
      description =
          "What has no figure comes first, because nobody knows how large it is; then the largest."
              + " top = 1 to 1000, 10 when not said.")
  public List<HotSpotForm> hotSpots(
      @PathParam("traceId") String traceId,
      @QueryParam("top") @Nullable String top,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("options") @Nullable String options) {
    int most = Questions.number("top", top, USUAL, MOST);
    return tenancy.asCaller(
        tenant -> {
          Tree tree = ask.tree(tenant, Paths.traceId(traceId), Questions.of(asOf, null, options));
          KgCo2e total = tree.footprint().total().inclBiogenicUptake();
          return ask.hotSpots(tree, most).stream()
              .map(
                  spot ->
                      new HotSpotForm(
                          SourceShareForm.of(spot.contribution(), total), spot.advice()))
              .toList();
        });
  }
}
