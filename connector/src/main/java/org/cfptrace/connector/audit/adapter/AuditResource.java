package org.cfptrace.connector.audit.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
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

/** Audits that this company carries out as an auditor. */
@Path("/api/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Audits of this company, and by it (監査)")
public class AuditResource {
  private final Auditing auditing;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

  AuditResource(Auditing auditing, Journal journal, Writes writes, Paging paging, Caller caller) {
    this.auditing = auditing;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
  }

  /** What is to be begun. */
  @Schema(name = "AuditStart")
  record StartForm(
      @Schema(required = true, description = "one of the mandates received") String mandateId) {}

  /** An audit. */
  @Schema(name = "Audit")
  record AuditForm(
      String auditId,
      String mandateId,
      String companyId,
      String traceId,
      PeriodForm period,
      Audit.State state,
      @Schema(description = "what a running one waits for") Audit.@Nullable WaitingFor waitingFor,
      @Schema(description = "the same in words") @Nullable Bilingual waitingForText,
      @Schema(description = "why one that has ended has no report")
          Audit.@Nullable WithoutReport withoutReport,
      @Schema(description = "the same in words") @Nullable Bilingual withoutReportText,
      @Schema(description = "missing while it runs, and where there is no report")
          @Nullable AuditResult result,
      @Schema(description = "percent of the emissions that were verified")
          @Nullable String coverage,
      String startedBy,
      Instant startedAt,
      @Nullable Instant doneAt,
      boolean attested) {
    static AuditForm of(Audit audit) {
      Optional<Audit.WaitingFor> waitingFor =
          audit.state() == Audit.State.RUNNING
              ? audit.waitingFor().or(() -> Optional.of(Audit.WaitingFor.COMPANIES))
              : Optional.empty();
      return new AuditForm(
          audit.id().toString(),
          audit.mandateId().toString(),
          audit.company().did(),
          audit.product().toString(),
          PeriodForm.of(audit.period()),
          audit.state(),
          waitingFor.orElse(null),
          waitingFor.map(Audit.WaitingFor::words).orElse(null),
          audit.withoutReport().orElse(null),
          audit.withoutReport().map(Audit.WithoutReport::words).orElse(null),
          audit.result().orElse(null),
          audit.coverage().map(Coverage::text).orElse(null),
          audit.startedBy(),
          audit.startedAt(),
          audit.doneAt().orElse(null),
          audit.attestation().isPresent());
    }
  }

  /** Why a word is taken back. */
  @Schema(name = "AttestationWithdrawal")
  record WithdrawalForm(
      @Schema(required = true, description = "for people, signed; 1 to 200 characters")
          String reason) {}

  /** A company that is asked. */
  @Schema(name = "AskedCompany")
  record AskedForm(
      String companyId,
      @Nullable String declarationId,
      AuditHop.State state,
      @Nullable String reason,
      @Nullable String message) {
    static AskedForm of(AuditHop hop) {
      return new AskedForm(
          hop.company().did(),
          hop.declaration().map(DeclarationId::value).orElse(null),
          hop.state(),
          hop.reason().orElse(null),
          hop.message().orElse(null));
    }
  }

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "The audits carried out here, newest first")
  public Paging.Listed<AuditForm> list() {
    return Paging.listed(auditing.audits().newestFirst(paging.wanted()), AuditForm::of);
  }

  @POST
  @RolesAllowed(Roles.AUDITOR)
  @Operation(
      summary = "Begin an audit from a mandate",
      description =
          "Company after company is asked in the background; one that is away is waited for as long"
              + " as its leave holds.")
  @APIResponse(
      responseCode = "201",
      description = "begun",
      content = @Content(schema = @Schema(implementation = AuditForm.class)))
  public Response start(
      @RequestBody(content = @Content(schema = @Schema(implementation = StartForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<UUID> mandate = fields.requiredValue("mandateId", UUID::fromString);
          fields.refuseOthers();
          errors.refuseIfAny();
          Audit begun = auditing.start().start(mandate.orElseThrow(), caller.name());
          journal.note("audit.begun", begun.id().toString());
          return Answer.created("/api/v1/audits/" + begun.id(), AuditForm.of(begun));
        });
  }

  @GET
  @Path("{auditId}")
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "One audit: how far it has come, and what came of it")
  public AuditForm show(@PathParam("auditId") String auditId) {
    return AuditForm.of(NamedAudit.in(auditing.audits(), auditId));
  }

  @GET
  @Path("{auditId}/asked")
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "The declarations asked for and how far each is, as they were found")
  public Paging.Listed<AskedForm> asked(@PathParam("auditId") String auditId) {
    return Paging.listed(
        auditing.audits().hops(NamedAudit.in(auditing.audits(), auditId).id(), paging.wanted()),
        AskedForm::of);
  }

  @POST
  @Path("{auditId}/conclusion")
  @RolesAllowed(Roles.AUDITOR)
  @Operation(summary = "Wait no longer: who has not answered is unavailable, the rest is judged")
  @APIResponse(
      responseCode = "200",
      description = "judged in the background",
      content = @Content(schema = @Schema(implementation = AuditForm.class)))
  public Response conclude(@PathParam("auditId") String auditId) {
    return writes.once(
        () -> {
          Audit stopped = auditing.start().stopWaiting(NamedAudit.id(auditId));
          journal.note("audit.stopped", stopped.id().toString());
          return Answer.ok(AuditForm.of(stopped));
        });
  }

  @POST
  @Path("{auditId}/attestation")
  @RolesAllowed(Roles.AUDITOR)
  @Operation(summary = "Sign what was found, and send that word to the company audited")
  @APIResponse(
      responseCode = "200",
      description = "attested",
      content = @Content(schema = @Schema(implementation = AuditForm.class)))
  public Response attest(@PathParam("auditId") String auditId) {
    return writes.once(
        () -> {
          Audit attested = auditing.attest().attest(NamedAudit.id(auditId), caller.name());
          journal.note("audit.attested", attested.id().toString());
          return Answer.ok(AuditForm.of(attested));
        });
  }

  @POST
  @Path("{auditId}/attestation/withdrawal")
  @RolesAllowed(Roles.AUDITOR)
  @Operation(
      summary = "Take that word back, for a reason that is signed",
      description = "The company attaches it no more, and tells everybody it has shown it to.")
  @APIResponse(
      responseCode = "200",
      description = "withdrawn",
      content = @Content(schema = @Schema(implementation = AuditForm.class)))
  public Response withdrawAttestation(
      @PathParam("auditId") String auditId,
      @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawalForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<String> reason =
              fields.requiredText("reason", AttestationWithdrawal.LONGEST_REASON);
          fields.refuseOthers();
          errors.refuseIfAny();
          Audit withdrawn =
              auditing.withdrawAttestation().withdraw(NamedAudit.id(auditId), reason.orElseThrow());
          journal.note("audit.attestation.withdrawn", withdrawn.id().toString());
          return Answer.ok(AuditForm.of(withdrawn));
        });
  }
}
