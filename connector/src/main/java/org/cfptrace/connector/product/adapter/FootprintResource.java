package org.cfptrace.connector.product.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.connector.correct.FootprintHistory;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.FootprintForm;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cumulative footprint of a product. */
@Path("/api/v1/products/{traceId}/footprint")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprint", description = "Own emissions plus what the parts bring")
public class FootprintResource {
  private static final Instant FIRST_YEAR = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_YEAR = Instant.parse("9999-01-01T00:00:00Z");

  private final Footprints footprints;
  private final Journal journal;
  private final Trade trade;
  private final FootprintAnswers answers;

  FootprintResource(Footprints footprints, Journal journal, Trade trade, FootprintAnswers answers) {
    this.footprints = footprints;
    this.journal = journal;
    this.trade = trade;
    this.answers = answers;
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
  @APIResponse(
      responseCode = "200",
      description = "the footprint; with asOf as it was known then, and since when",
      content = @Content(schema = @Schema(implementation = FootprintForm.class)))
  public Response show(
      @PathParam("traceId") String traceId,
      @Parameter(
              description =
                  "last day of the period; when not said, that of the latest own emissions, else"
                      + " today",
              example = "2026-03-31")
          @QueryParam("periodEnd")
          @Nullable String periodEnd,
      @Parameter(
              description = "a moment: answers what was known then",
              example = "2026-03-31T12:00:00Z")
          @QueryParam("asOf")
          @Nullable String asOf) {
    TraceId product = Paths.traceId(traceId);
    if (asOf != null) {
      return Response.ok(known(product, periodEnd, asOf)).build();
    }
    Footprint footprint = footprints.of(product, period(product, periodEnd));
    received(footprint)
        .distinct()
        .forEach(declarationId -> journal.note("received-figure.read", declarationId));
    return Response.ok(FootprintForm.of(footprint)).build();
  }

  private ObjectNode known(TraceId product, @Nullable String periodEnd, String asOf) {
    Optional<Period> period =
        periodEnd == null ? Optional.empty() : Optional.of(period(product, periodEnd));
    FootprintHistory.Known known =
        trade
            .history()
            .asOf(product, period, moment(asOf))
            .orElseThrow(
                () -> new Refused(ProblemCode.NOT_FOUND, "nothing was known of it at that moment"));
    journal.note("footprint-history.read", product + " " + known.at());
    return answers.read(known.shown()).put("knownAt", known.at().toString());
  }

  private static Instant moment(String text) {
    try {
      Instant moment = Instant.parse(text);
      // Far-off years are moments here, and none in the database.
      if (moment.isBefore(FIRST_YEAR) || !moment.isBefore(LAST_YEAR)) {
        throw new DateTimeException("not a year of four digits");
      }
      return moment;
    } catch (DateTimeException notAMoment) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"asOf\" is a moment such as 2026-03-31T12:00:00Z");
    }
  }

  private Period period(TraceId product, @Nullable String periodEnd) {
    if (periodEnd == null) {
      return footprints.usualPeriod(product);
    }
    try {
      LocalDate end = LocalDate.parse(periodEnd);
      if (end.getYear() < 2 || end.getYear() > 9999) {
        throw new DateTimeException("not a year of four digits");
      }
      return Footprints.twelveMonthsTo(end);
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
