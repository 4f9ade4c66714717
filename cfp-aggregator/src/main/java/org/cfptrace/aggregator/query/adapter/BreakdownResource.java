package org.cfptrace.aggregator.query.adapter;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cfptrace.aggregator.query.Ask;
import org.cfptrace.aggregator.query.Breakdown;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a total is made of. */
@Path("/api/v1/products/{traceId}/breakdown")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
public class BreakdownResource {
  private final Ask ask;
  private final Tenancy tenancy;
  private final Tagged tagged;

  BreakdownResource(Ask ask, Tenancy tenancy, Tagged tagged) {
    this.ask = ask;
    this.tenancy = tenancy;
    this.tagged = tagged;
  }

  /** A total divided. */
  @Schema(name = "Breakdown")
  public record BreakdownForm(
      String traceId,
      String unit,
      String by,
      @Schema(description = "kg CO2e per unit") String exclBiogenicUptake,
      String inclBiogenicUptake,
      boolean complete,
      List<ShareForm> shares) {
    static BreakdownForm of(Tree tree, Breakdown.By by, List<Breakdown.Share> shares) {
      Footprint footprint = tree.footprint();
      KgCo2e total = footprint.total().inclBiogenicUptake();
      return new BreakdownForm(
          tree.root().traceId().toString(),
          tree.root().unit().text(),
          by.name().toLowerCase(Locale.ROOT),
          footprint.total().exclBiogenicUptake().text(),
          total.text(),
          footprint.isComplete(),
          shares.stream().map(share -> ShareForm.of(share, total)).toList());
    }
  }

  /** One share of it. */
  @Schema(name = "BreakdownShare")
  public record ShareForm(
      String name,
      String exclBiogenicUptake,
      String inclBiogenicUptake,
      @Schema(description = "percent of the total, two decimals") @Nullable String percent,
      @Schema(description = "something in it has no figure; what is shown is the rest")
          boolean missing) {
    static ShareForm of(Breakdown.Share share, KgCo2e total) {
      return new ShareForm(
          share.name(),
          share.excl().text(),
          share.incl().text(),
          SourceShareForm.percent(share.incl(), total),
          share.isMissing());
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "A product's total, divided",
      description = "by = level, stage, account, supplier, plant, material or depth")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BreakdownForm.class)))
  public Response breakdown(
      @PathParam("traceId") String traceId,
      @QueryParam("by") @Nullable String by,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("options") @Nullable String options,
      @Context Request request) {
    Breakdown.By wanted = by(by);
    BreakdownForm form =
        tenancy.asCaller(
            tenant -> {
              Tree tree =
                  ask.tree(tenant, Paths.traceId(traceId), Questions.of(asOf, knownAt, options));
              return BreakdownForm.of(tree, wanted, ask.breakdown(tree, wanted));
            });
    return tagged.answer(request, form);
  }

  private static Breakdown.By by(@Nullable String text) {
    String wanted = text == null ? "level" : text;
    return Arrays.stream(Breakdown.By.values())
        .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.INVALID_PARAMETER,
                    "\"by\" is level, stage, account, supplier, plant, material or depth"));
  }
}
