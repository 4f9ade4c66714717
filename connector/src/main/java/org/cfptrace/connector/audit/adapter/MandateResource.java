package org.cfptrace.connector.audit.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.audit.IssueMandate;
import org.cfptrace.connector.audit.KeptMandate;
import org.cfptrace.connector.audit.KeptMandate.Side;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Orders for audits: those we have issued, and those we have received as an auditor. */
@Path("/api/v1/audits/mandates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Audits of this company, and by it (監査)")
public class MandateResource {
  private static final long DEEPEST = 50;
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Auditing auditing;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  MandateResource(
      Auditing auditing,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller,
      Clock clock) {
    this.auditing = auditing;
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  /** An order. */
  @Schema(name = "MandateOrder")
  record OrderForm(
      @Schema(required = true, description = "a partner that is accredited for footprints")
          String auditorId,
      @Schema(required = true) String traceId,
      @Schema(required = true) PeriodForm period,
      @Schema(
              required = true,
              description = "how many companies deep, \"1\" is this one alone; at most \"50\"",
              example = "3")
          String depth,
      @Schema(required = true, description = "last day, at most a year from now")
          LocalDate until) {}

  /** A mandate. */
  @Schema(name = "Mandate")
  record MandateForm(
      String mandateId,
      Side side,
      String companyId,
      String auditorId,
      String traceId,
      PeriodForm period,
      long depth,
      Instant expiresAt,
      @Schema(description = "who has issued it here") @Nullable String issuedBy,
      Instant keptAt,
      @Nullable Instant withdrawnAt) {
    static MandateForm of(KeptMandate mandate) {
      return new MandateForm(
          mandate.id().toString(),
          mandate.side(),
          mandate.company().did(),
          mandate.auditor().did(),
          mandate.product().toString(),
          PeriodForm.of(mandate.period()),
          mandate.depth(),
          mandate.expiresAt(),
          mandate.issuedBy().orElse(null),
          mandate.keptAt(),
          mandate.withdrawnAt().orElse(null));
    }
  }

  @GET
  @RolesAllowed({Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "The mandates issued (side=ISSUED) or received as an auditor, newest first")
  public Paging.Listed<MandateForm> list(
      @Parameter(description = "ISSUED or RECEIVED") @QueryParam("side") @DefaultValue("ISSUED")
          String side) {
    return Paging.listed(
        auditing.mandates().newestFirst(paging.wanted(), side(side)), MandateForm::of);
  }

  @POST
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Order an audit of a product",
      description =
          "The mandate is signed and sent to the auditor. It opens this company's own declaration of"
              + " that product and period to it, and the way to suppliers as deep as it says.")
  @APIResponse(
      responseCode = "201",
      description = "issued",
      content = @Content(schema = @Schema(implementation = MandateForm.class)))
  public Response issue(
      @RequestBody(content = @Content(schema = @Schema(implementation = OrderForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          KeptMandate issued = auditing.issueMandate().issue(order(body), caller.name());
          journal.note("mandate.issued", issued.product() + " " + issued.auditor());
          return Answer.created("/api/v1/audits/mandates/" + issued.id(), MandateForm.of(issued));
        });
  }

  @GET
  @Path("{mandateId}")
  @RolesAllowed({Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "One mandate")
  public MandateForm show(@PathParam("mandateId") String mandateId) {
    UUID id = Paths.read("mandate", mandateId, UUID::fromString);
    return auditing
        .mandates()
        .find(id, Side.ISSUED)
        .or(() -> auditing.mandates().find(id, Side.RECEIVED))
        .map(MandateForm::of)
        .orElseThrow(() -> Refused.notFound("mandate", id));
  }

  @POST
  @Path("{mandateId}/withdrawal")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Withdraw a mandate: what is asked under it from now on is refused",
      description =
          "What was shown stays shown, and suppliers that were endorsed already may still answer.")
  @APIResponse(
      responseCode = "200",
      description = "withdrawn",
      content = @Content(schema = @Schema(implementation = MandateForm.class)))
  public Response withdraw(@PathParam("mandateId") String mandateId) {
    return writes.once(
        () -> {
          UUID id = Paths.read("mandate", mandateId, UUID::fromString);
          KeptMandate withdrawn = auditing.issueMandate().withdraw(id, caller.name());
          journal.note("mandate.withdrawn", id.toString());
          return Answer.ok(MandateForm.of(withdrawn));
        });
  }

  private IssueMandate.Order order(Body body) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<ParticipantId> auditor = fields.requiredValue("auditorId", names::read);
    Optional<TraceId> product = fields.requiredValue("traceId", TraceId::of);
    Optional<Period> period = PeriodForm.readRequired(fields);
    Optional<BigDecimal> depth = fields.requiredPositiveDecimal("depth");
    Optional<LocalDate> until = fields.requiredDate("until");
    depth.ifPresent(
        deep ->
            fields.holds(
                "depth",
                deep.stripTrailingZeros().scale() <= 0
                    && deep.compareTo(BigDecimal.valueOf(DEEPEST)) <= 0,
                "OUT_OF_RANGE",
                "expected a whole number from 1 to " + DEEPEST));
    until.ifPresent(
        day ->
            fields.holds(
                "until",
                endOf(day).isAfter(clock.instant())
                    && !endOf(day).isAfter(clock.instant().plus(LONGEST)),
                "OUT_OF_RANGE",
                "expected a day from today on, within a year"));
    fields.refuseOthers();
    errors.refuseIfAny();
    return new IssueMandate.Order(
        auditor.orElseThrow(),
        product.orElseThrow(),
        period.orElseThrow(),
        depth.orElseThrow().longValueExact(),
        endOf(until.orElseThrow()));
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Side side(String text) {
    try {
      return Side.valueOf(text);
    } catch (IllegalArgumentException other) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"side\" is ISSUED or RECEIVED, seen " + text);
    }
  }
}
