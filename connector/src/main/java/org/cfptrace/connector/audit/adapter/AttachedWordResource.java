package org.cfptrace.connector.audit.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.Doubt;
import org.cfptrace.connector.audit.AttachedWord;
import org.cfptrace.connector.audit.WithdrawnWords;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.form.PeriodForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The auditor's word that a supplier has attached to a declaration, and whether it is one. */
@Path("/api/v1/declarations/{declarationId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "declarations", description = "Footprints stated, issued and received")
public class AttachedWordResource {
  private final Auditing auditing;
  private final CompanyExchange company;

  AttachedWordResource(Auditing auditing, CompanyExchange company) {
    this.auditing = auditing;
    this.company = company;
  }

  /** Why it is not to be relied on. */
  @Schema(name = "AttachedWordDoubt")
  record DoubtForm(Doubt code, Bilingual text) {}

  /** The word. */
  @Schema(name = "AttachedWord")
  record WordForm(
      @Schema(description = "who has signed it; missing, as all it says, where nobody has")
          @Nullable String auditorId,
      @Nullable String companyId,
      @Nullable String traceId,
      @Nullable PeriodForm period,
      @Schema(
              description =
                  "the supplier's own statement it is about, made before this declaration")
          @Nullable String statementId,
      @Nullable AuditResult result,
      @Schema(description = "percent of the emissions of that statement that were verified")
          @Nullable String coverage,
      @Nullable Instant issuedAt,
      @Schema(description = "why it is not to be relied on; none where it is")
          List<DoubtForm> doubts,
      @Schema(description = "when its auditor has taken it back") @Nullable Instant withdrawnAt,
      @Schema(description = "why") @Nullable String withdrawalReason,
      @Schema(description = "as it is attached") String attestation) {
    static WordForm of(AttachedWord word) {
      Optional<Attestation> said = word.attestation();
      return new WordForm(
          said.map(it -> it.issuer().did()).orElse(null),
          said.map(it -> it.company().did()).orElse(null),
          said.map(it -> it.product().toString()).orElse(null),
          said.map(it -> PeriodForm.of(it.period())).orElse(null),
          said.map(it -> it.declarationId().value()).orElse(null),
          said.map(Attestation::result).orElse(null),
          said.map(it -> it.coverage().text()).orElse(null),
          said.map(Attestation::issuedAt).orElse(null),
          word.doubts().stream().map(doubt -> new DoubtForm(doubt, doubt.words())).toList(),
          word.withdrawn().map(WithdrawnWords.Withdrawn::at).orElse(null),
          word.withdrawn().map(WithdrawnWords.Withdrawn::reason).orElse(null),
          word.token());
    }
  }

  @GET
  @Path("attestation")
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.DISCLOSURE_OFFICER,
    Roles.AUDITOR,
    Roles.ADMIN
  })
  @Operation(
      summary = "The auditor's word that a received declaration carries, and what is to be doubted",
      description =
          "It is about a statement that the supplier had made before, not about the figure it comes"
              + " with.")
  public WordForm show(@PathParam("declarationId") String declarationId) {
    DeclarationId id = Paths.read("declaration", declarationId, DeclarationId::new);
    return company
        .received()
        .find(id)
        .flatMap(auditing.attachedWord()::on)
        .map(WordForm::of)
        .orElseThrow(() -> Refused.notFound("attestation of declaration", id));
  }
}
