package org.cfptrace.connector.product.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.wiring.form.Paths;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cumulative footprint of a product. */
@Path("/api/v1/products/{traceId}/footprint")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprint", description = "Own emissions plus what the parts bring")
public class FootprintResource {
  private final Footprints footprints;
  private final Journal journal;

  FootprintResource(Footprints footprints, Journal journal) {
    this.footprints = footprints;
    this.journal = journal;
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Transactional
  @Operation(
      summary = "The cumulative footprint of one unit of a product",
      description =
          "Worked out from what is known this moment, with every line's state and the sum step by"
              + " step. Nothing missing is counted as zero. Which received figures were read is"
              + " noted in the journal.")
  public FootprintForm show(
      @PathParam("traceId") String traceId,
      @Parameter(
              description =
                  "last day of the period; when not said, that of the latest own emissions, else"
                      + " today",
              example = "2026-03-31")
          @QueryParam("periodEnd")
          @Nullable String periodEnd) {
    TraceId product = Paths.traceId(traceId);
    Footprint footprint = footprints.of(product, period(product, periodEnd));
    received(footprint)
        .distinct()
        .forEach(declarationId -> journal.note("received-figure.read", declarationId));
    return FootprintForm.of(footprint);
  }

  private Period period(TraceId product, @Nullable String periodEnd) {
    if (periodEnd == null) {
      return footprints.usualPeriod(product);
    }
    try {
      return Footprints.twelveMonthsTo(LocalDate.parse(periodEnd));
    } catch (DateTimeException notADate) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"periodEnd\" is a date such as 2026-03-31");
    }
  }

  private static Stream<String> received(Footprint footprint) {
    return footprint.lines().stream()
        .flatMap(line -> line.parts().stream())
        .flatMap(FootprintResource::shown)
        .filter(declarationId -> !declarationId.isEmpty());
  }

  private static Stream<String> shown(LinePart part) {
    return Stream.of(part.counted(), part.lastKnown())
        .map(
            figure ->
                figure == null || figure.reference() == null
                    ? ""
                    : figure.reference().declarationId());
  }
}
