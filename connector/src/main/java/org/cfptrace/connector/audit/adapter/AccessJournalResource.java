package org.cfptrace.connector.audit.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Attested;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.audit.WithdrawnWords;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Paging;
import org.cfptrace.trade.RequestId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who has seen which claims of which declaration; and what auditors have attested. */
@Path("/api/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Audits of this company, and by it (監査)")
public class AccessJournalResource {
  private final Auditing auditing;
  private final Outbox outbox;
  private final Paging paging;

  AccessJournalResource(Auditing auditing, CompanyExchange company, Paging paging) {
    this.auditing = auditing;
    this.outbox = company.exchange().outbox();
    this.paging = paging;
  }

  /** An entry. */
  @Schema(name = "AccessEntry")
  record EntryForm(
      long number,
      Instant at,
      @Schema(
              description =
                  "OWNER: shown or refused here; AUDITOR: refused to us as an auditor; SUPPLIER: a"
                      + " customer of ours has shown it")
          AccessEntry.Side side,
      @Schema(description = "the auditor; on its own side the company that has refused")
          String companyId,
      @Schema(description = "missing where a customer has shown it") @Nullable String requestId,
      @Nullable String declarationId,
      @Schema(description = "the claims shown; none where it was refused") List<String> claims,
      Leave.@Nullable Kind leave,
      @Nullable String leaveId,
      @Nullable String leaveBy,
      @Schema(description = "why it was refused; missing where it was shown")
          @Nullable AuditRefusalReason refused,
      @Schema(description = "the customer that has shown it, as our terms allow; else missing")
          @Nullable String throughId,
      @Schema(description = "the supplier whose declaration was shown; missing of one of ours")
          @Nullable String supplierId,
      @Schema(
              description =
                  "how far the message is that tells the supplier, a former partner over its door;"
                      + " NOT_TOLD: there was no way to it")
          @Nullable Telling supplierTold) {
    static EntryForm of(AccessEntry entry, Optional<Telling> supplierTold) {
      return new EntryForm(
          entry.number(),
          entry.at(),
          entry.side(),
          entry.company().did(),
          entry.requestId().map(RequestId::toString).orElse(null),
          entry.declaration().map(DeclarationId::value).orElse(null),
          entry.claims().stream().map(ClaimName::jsonName).toList(),
          entry.leaveKind().orElse(null),
          entry.leaveId().orElse(null),
          entry.leaveBy().map(ParticipantId::did).orElse(null),
          entry.refused().orElse(null),
          entry.through().map(ParticipantId::did).orElse(null),
          entry.supplier().map(supplier -> supplier.id().did()).orElse(null),
          supplierTold.orElse(null));
    }
  }

  /** How far the message is that tells a supplier what was shown of its declaration. */
  enum Telling {
    PENDING,
    SENT,
    DELIVERED,
    REFUSED,
    NOT_TOLD
  }

  /** An auditor's word about a product of ours. */
  @Schema(name = "Attestation")
  record AttestationForm(
      String auditorId,
      String traceId,
      PeriodForm period,
      String declarationId,
      String result,
      @Schema(description = "percent of the emissions that were verified") String coverage,
      Instant issuedAt,
      @Schema(description = "SHA-256 of the signed token") String digest,
      @Schema(description = "when its auditor has taken it back") @Nullable Instant withdrawnAt,
      @Schema(description = "why") @Nullable String withdrawalReason,
      @Schema(description = "the signed token") String attestation) {
    static AttestationForm of(Attested attested, Optional<WithdrawnWords.Withdrawn> withdrawn) {
      return new AttestationForm(
          attested.auditor().did(),
          attested.product().toString(),
          PeriodForm.of(attested.period()),
          attested.declaration().value(),
          attested.result().name(),
          attested.coverage().text(),
          attested.issuedAt(),
          attested.digest(),
          withdrawn.map(WithdrawnWords.Withdrawn::at).orElse(null),
          withdrawn.map(WithdrawnWords.Withdrawn::reason).orElse(null),
          attested.token());
    }
  }

  @GET
  @Path("access-journal")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(
      summary = "Who was shown which claims of which declaration, and what was refused",
      description = "Newest first. Entries are only added, never changed.")
  public Paging.Listed<EntryForm> accessJournal(
      @Parameter(description = "only what is about this declaration") @QueryParam("declarationId")
          @Nullable String declarationId) {
    Optional<DeclarationId> declaration =
        Optional.ofNullable(declarationId).map(AccessJournalResource::id);
    return Paging.listed(
        auditing.journal().newestFirst(paging.wanted(), declaration),
        entry -> EntryForm.of(entry, entry.supplier().map(this::telling)));
  }

  private Telling telling(AccessEntry.Supplier supplier) {
    return supplier
        .toldBy()
        .flatMap(outbox::delivery)
        .map(delivery -> Telling.valueOf(delivery.state().name()))
        .orElse(Telling.NOT_TOLD);
  }

  private static DeclarationId id(String text) {
    try {
      return new DeclarationId(text);
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"declarationId\" is the id of a declaration");
    }
  }

  @GET
  @Path("attestations")
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.DISCLOSURE_OFFICER,
    Roles.ADMIN
  })
  @Operation(
      summary = "What auditors have attested of our products, newest first",
      description = "The newest of a product goes with what is declared of it later.")
  public Paging.Listed<AttestationForm> attestations() {
    return Paging.listed(
        auditing.attestations().newestFirst(paging.wanted()),
        attested ->
            AttestationForm.of(
                attested, auditing.withdrawnWords().of(attested.auditor(), attested.digest())));
  }
}
