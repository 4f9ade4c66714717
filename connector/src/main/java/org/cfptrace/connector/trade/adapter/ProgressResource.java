package org.cfptrace.connector.trade.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.form.Paths;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far the whole tree behind a product of ours is. */
@Path("/api/v1/products/{traceId}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "Ask, link, reply, reject, remind, cancel (CFP算出依頼)")
public class ProgressResource {
  private final Trade trade;
  private final Footprints footprints;

  ProgressResource(Trade trade, Footprints footprints) {
    this.trade = trade;
    this.footprints = footprints;
  }

  /** Complete or not; counts are of requests, ours and those of tiers that tell theirs. */
  @Schema(name = "Progress")
  record ProgressForm(
      String traceId,
      boolean complete,
      @Schema(description = "lines and inputs that keep it from being complete") int gaps,
      @Schema(description = "requests sent in the tree, as far as its tiers tell")
          long requestsAsked,
      @Schema(description = "those of them that are answered") long requestsAnswered,
      @Schema(description = "some tier keeps its counts to itself: there may be more than these")
          boolean requestsPartial,
      @Schema(
              description =
                  "the day of the last change of a request of ours or of what suppliers say of"
                      + " theirs; missing where nothing was asked")
          @Nullable LocalDate changedOn) {}

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(summary = "How far the whole tree behind a product is")
  public ProgressForm show(@PathParam("traceId") String traceId) {
    TraceId product = Paths.traceId(traceId);
    Footprint footprint = footprints.of(product, footprints.usualPeriod(product));
    RequestCounts counts = trade.countRequests().behind(product);
    return new ProgressForm(
        product.toString(),
        footprint.isComplete(),
        footprint.gaps().size(),
        counts.asked(),
        counts.answered(),
        counts.isPartial(),
        trade.countRequests().changedOn(product).orElse(null));
  }
}
