package org.cfptrace.connector.audit.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.audit.AskedAudit;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalBody;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What auditors have asked this company to show, and a person's decision. */
@Path("/api/v1/audits/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Audits of this company, and by it (監査)")
public class AuditRequestResource {
  private final Auditing auditing;
  private final CompanyExchange company;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

  AuditRequestResource(
      Auditing auditing,
      CompanyExchange company,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller) {
    this.auditing = auditing;
    this.company = company;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
  }

  /** A word to the auditor. */
  @Schema(name = "AuditRefusal")
  record RefusalForm(@Schema(maxLength = 1000) @Nullable String message) {}

  /** A request. */
  @Schema(name = "AuditRequest")
  record RequestForm(
      String auditRequestId,
      String auditorId,
      @Schema(description = "which declaration of ours; missing where that could not be told")
          @Nullable String declarationId,
      @Schema(description = "of which product it is") @Nullable String traceId,
      @Nullable String productName,
      @Nullable PeriodForm period,
      @Schema(description = "whether it still stands; an audit of what does not fails")
          Standing.@Nullable State declarationState,
      @Schema(description = "by whose word: our own mandate, or a customer's endorsement")
          Leave.@Nullable Kind leave,
      @Schema(description = "who has given that word") @Nullable String leaveBy,
      @Schema(description = "how many companies deep it goes from here, this one included")
          @Nullable Long depth,
      @Nullable Instant leaveUntil,
      AskedAudit.State state,
      @Nullable AuditRefusalReason reason,
      @Nullable String message,
      @Nullable String settledBy,
      Instant receivedAt,
      @Nullable Instant settledAt) {
    static RequestForm of(AskedAudit asked, Optional<IssuedDeclaration> declared) {
      Optional<Leave> leave = asked.leave();
      return new RequestForm(
          asked.id().toString(),
          asked.auditor().did(),
          asked.declaration().map(DeclarationId::value).orElse(null),
          declared.map(it -> it.product().traceId().toString()).orElse(null),
          declared.map(it -> it.product().productName()).orElse(null),
          declared.map(it -> PeriodForm.of(it.period().period())).orElse(null),
          declared.map(it -> it.standing().state()).orElse(null),
          leave.map(Leave::kind).orElse(null),
          leave.map(by -> by.by().did()).orElse(null),
          leave.map(Leave::depth).orElse(null),
          leave.map(Leave::until).orElse(null),
          asked.state(),
          asked.reason().orElse(null),
          asked.message().orElse(null),
          asked.settledBy().orElse(null),
          asked.receivedAt(),
          asked.settledAt().orElse(null));
    }
  }

  @GET
  @RolesAllowed({Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "What auditors have asked to see, newest first")
  public Paging.Listed<RequestForm> list(@QueryParam("state") @Nullable String state) {
    return Paging.listed(auditing.asked().newestFirst(paging.wanted(), state(state)), this::form);
  }

  @GET
  @Path("{auditRequestId}")
  @RolesAllowed({Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "One request")
  public RequestForm show(@PathParam("auditRequestId") String auditRequestId) {
    UUID id = id(auditRequestId);
    return auditing
        .asked()
        .find(id)
        .map(this::form)
        .orElseThrow(() -> Refused.notFound("audit request", id));
  }

  @POST
  @Path("{auditRequestId}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Show the auditor what it asked for",
      description =
          "Every claim in the auditor's column of that declaration, the self-declaration behind it,"
              + " and the suppliers' declarations it rests on. What was shown is in the access"
              + " journal.")
  @APIResponse(
      responseCode = "200",
      description = "it will be shown",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response approve(@PathParam("auditRequestId") String auditRequestId) {
    return writes.once(
        () -> {
          AskedAudit accepted = auditing.settle().approve(id(auditRequestId), caller.name());
          journal.note("audit-request.approved", accepted.id().toString());
          return Answer.ok(form(accepted));
        });
  }

  @POST
  @Path("{auditRequestId}/refusal")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Do not show it; the auditor is told")
  @APIResponse(
      responseCode = "200",
      description = "refused",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response refuse(
      @PathParam("auditRequestId") String auditRequestId,
      @RequestBody(content = @Content(schema = @Schema(implementation = RefusalForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          UUID id = id(auditRequestId);
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<String> message = fields.text("message", AuditRefusalBody.LONGEST_MESSAGE);
          fields.refuseOthers();
          errors.refuseIfAny();
          AskedAudit refused = auditing.settle().refuse(id, message, caller.name());
          journal.note("audit-request.refused", id.toString());
          return Answer.ok(form(refused));
        });
  }

  private RequestForm form(AskedAudit asked) {
    return RequestForm.of(asked, asked.declaration().flatMap(company.issued()::find));
  }

  private static UUID id(String text) {
    return Paths.read("audit request", text, UUID::fromString);
  }

  private static Optional<AskedAudit.State> state(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(AskedAudit.State::valueOf);
    } catch (IllegalArgumentException other) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER,
          "\"state\" is WAITING, ACCEPTED, ANSWERED or REFUSED, seen " + text);
    }
  }
}
