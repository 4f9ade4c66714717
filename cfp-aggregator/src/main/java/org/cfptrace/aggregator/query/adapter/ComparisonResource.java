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
import java.util.Optional;
import org.cfptrace.aggregator.query.Ask;
import org.cfptrace.aggregator.query.Comparison;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Tagged;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What has changed. */
@Path("/api/v1/products/{traceId}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
public class ComparisonResource {
  private final Ask ask;
  private final Tenancy tenancy;
  private final Paging paging;
  private final Tagged tagged;

  ComparisonResource(Ask ask, Tenancy tenancy, Paging paging, Tagged tagged) {
    this.ask = ask;
    this.tenancy = tenancy;
    this.paging = paging;
    this.tagged = tagged;
  }

  /** Two totals, and why they differ. */
  @Schema(name = "Comparison")
  public record ComparisonForm(
      String traceId,
      SideForm from,
      SideForm to,
      @Schema(description = "kg CO2e including biogenic uptake: to less from") String difference,
      @Schema(description = "the largest effect first, page by page")
          Paging.Listed<DifferenceForm> reasons,
      @Schema(description = "what all reasons leave over; below a microgram") String rounding) {
    static ComparisonForm of(Comparison comparison, PageRequest page) {
      KgCo2e total = comparison.after().footprint().total().inclBiogenicUptake();
      return new ComparisonForm(
          comparison.after().root().traceId().toString(),
          SideForm.of(comparison.before()),
          SideForm.of(comparison.after()),
          comparison.difference().text(),
          Paging.listed(comparison.differences(page), each -> DifferenceForm.of(each, total)),
          comparison.rounding().text());
    }
  }

  /** One of the two. */
  @Schema(name = "ComparisonSide")
  public record SideForm(
      String asOf,
      @Schema(description = "the version of the product's structure") long structureVersion,
      String exclBiogenicUptake,
      String inclBiogenicUptake,
      boolean complete) {
    static SideForm of(Tree tree) {
      return new SideForm(
          tree.moment().day().toString(),
          tree.version(tree.root().traceId()).version(),
          tree.footprint().total().exclBiogenicUptake().text(),
          tree.footprint().total().inclBiogenicUptake().text(),
          tree.footprint().isComplete());
    }
  }

  /** One reason. */
  @Schema(name = "Difference")
  public record DifferenceForm(
      Comparison.Reason reason,
      @Schema(description = "kg CO2e including biogenic uptake") String effect,
      @Nullable String before,
      @Nullable String after,
      @Schema(description = "the declaration whose figure was counted then")
          @Nullable String beforeDeclarationId,
      @Nullable String afterDeclarationId,
      @Schema(description = "how its line stood then; empty for what was added")
          @Nullable String beforeState,
      @JsonUnwrapped SourceShareForm source) {
    static DifferenceForm of(Comparison.Difference difference, KgCo2e total) {
      return new DifferenceForm(
          difference.reason(),
          difference.effect().text(),
          text(difference.before()),
          text(difference.after()),
          difference.before().flatMap(Contribution::declarationId).orElse(null),
          difference.after().flatMap(Contribution::declarationId).orElse(null),
          difference.before().map(each -> each.state().toString()).orElse(null),
          SourceShareForm.of(difference.source(), total));
    }

    private static @Nullable String text(Optional<Contribution> contribution) {
      return contribution
          .filter(each -> !each.isMissing())
          .map(each -> each.emissions().inclBiogenicUptake().text())
          .orElse(null);
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Why a footprint is another on one day than on another",
      description =
          "from is a day; to is today when not said. fromVersion and toVersion compare two versions"
              + " of the product's structure, each with what holds beneath it then; both sides are"
              + " built with the same options. With fromKnownAt and toKnownAt the same day"
              + " can be compared as it was known at two moments. The largest effect comes first,"
              + " equal ones by assembly, kind, line and supplier. Each page is worked out when it is"
              + " asked for: say toKnownAt to have all pages of one moment.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ComparisonForm.class)))
  public Response compare(
      @PathParam("traceId") String traceId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("fromKnownAt") @Nullable String fromKnownAt,
      @QueryParam("toKnownAt") @Nullable String toKnownAt,
      @QueryParam("fromVersion") @Nullable String fromVersion,
      @QueryParam("toVersion") @Nullable String toVersion,
      @QueryParam("options") @Nullable String options,
      @Context Request request) {
    if (from == null && fromKnownAt == null && fromVersion == null) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "say \"from\", a date such as 2026-03-31");
    }
    Optional<Long> versionBefore = Questions.version("fromVersion", fromVersion);
    Optional<Long> versionAfter = Questions.version("toVersion", toVersion);
    ComparisonForm form =
        tenancy.asCaller(
            tenant ->
                ComparisonForm.of(
                    ask.comparison(
                        tenant,
                        Paths.traceId(traceId),
                        new Ask.Side(Questions.of(from, fromKnownAt, options), versionBefore),
                        new Ask.Side(Questions.of(to, toKnownAt, options), versionAfter)),
                    paging.wanted()));
    return tagged.answer(request, form);
  }
}
