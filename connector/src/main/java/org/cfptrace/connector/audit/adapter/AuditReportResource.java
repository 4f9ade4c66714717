package org.cfptrace.connector.audit.adapter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.bundle.EvidencedNames;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.Remark;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.Audits;
import org.cfptrace.connector.audit.OwnReport;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.journal.Journal;
import org.cfptrace.verify.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an audit that this company has carried out has found: signed, printed, and its evidence. */
@Path("/api/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Audits of this company, and by it (監査)")
public class AuditReportResource {
  private static final String PDF = "application/pdf";
  private static final String JWT = "application/jwt";

  private final Audits audits;
  private final OwnReport ownReport;
  private final Journal journal;
  private final Paging paging;

  AuditReportResource(Auditing auditing, Journal journal, Paging paging) {
    this.audits = auditing.audits();
    this.ownReport = auditing.ownReport();
    this.journal = journal;
    this.paging = paging;
  }

  /** What was found. */
  @Schema(name = "ReportedHop")
  record HopForm(
      @Schema(description = "place of its buyer in this list, from 0; missing for the first")
          @Nullable Integer buyer,
      String companyId,
      String declarationId,
      HopOutcome outcome,
      @Nullable Reason reason,
      @Nullable String detail,
      @Schema(description = "what to know beside that, such as that the total is incomplete")
          List<Remark> remarks,
      @Schema(description = "percent of the emissions that stand or fall with it") String share) {
    static HopForm of(ReportedHop hop) {
      return new HopForm(
          hop.buyer().isPresent() ? hop.buyer().getAsInt() : null,
          hop.company().did(),
          hop.declarationId().value(),
          hop.outcome(),
          hop.reason().orElse(null),
          hop.detail().orElse(null),
          List.copyOf(hop.remarks()),
          hop.share().text());
    }
  }

  @GET
  @Path("{auditId}/hops")
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Operation(
      summary = "What was found, each declaration behind its buyer",
      description =
          "From the signed report, once there is one; in its order. Each reading is journaled, as"
              + " one of the report.")
  public Paging.Listed<HopForm> hops(@PathParam("auditId") String auditId) {
    Audit audit = named(auditId);
    List<ReportedHop> found = ownReport.read(signed(audit)).hops();
    noteReading(audit);
    PageRequest page = paging.wanted();
    // The cursor is the place of the last one shown.
    int first = (int) Math.min(Math.max(0, page.afterNumber() + 1), found.size());
    int end = Math.min(found.size(), first + page.limit());
    return Paging.listed(
        new Page<>(
            found.subList(first, end),
            end < found.size() ? Optional.of(Integer.toString(end - 1)) : Optional.empty()),
        HopForm::of);
  }

  @GET
  @Path("{auditId}/report")
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Produces(JWT)
  @Transactional
  @Operation(
      summary = "The signed report",
      description =
          "It names every company of the chain, and from shares and faults figures can be worked"
              + " out. Each reading is journaled.")
  @APIResponse(responseCode = "200", description = "typ: cfp-audit-report-v1+jwt")
  public Response report(@PathParam("auditId") String auditId) {
    Audit audit = named(auditId);
    String report = signed(audit);
    noteReading(audit);
    return Response.ok(report, JWT).build();
  }

  @GET
  @Path("{auditId}/report.pdf")
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Produces(PDF)
  @Operation(
      summary = "The same report to print, in English (lang=en) or Japanese (lang=ja)",
      description = "Companies go by the names that the registry's entries in the evidence have.")
  @APIResponse(responseCode = "200", description = "a PDF made from the signed report")
  public Response pdf(
      @PathParam("auditId") String auditId,
      @Parameter(description = "en or ja; en when not said") @QueryParam("lang")
          @Nullable String lang) {
    ReportLanguage language =
        switch (lang == null ? "en" : lang) {
          case "en" -> ReportLanguage.ENGLISH;
          case "ja" -> ReportLanguage.JAPANESE;
          default ->
              throw new Refused(
                  ProblemCode.INVALID_PARAMETER, "\"lang\" is en or ja, seen " + lang);
        };
    Audit audit = named(auditId);
    String report = signed(audit);
    noteReading(audit);
    // In no transaction: a long report is printed for seconds.
    byte[] printed =
        PrintedReport.of(
            ownReport.read(report),
            AuditReport.digestOf(report),
            audits.bundle(audit.id()).map(EvidencedNames::of).orElse(Map.of()),
            language);
    return Response.ok(printed, PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"audit-" + audit.id() + ".pdf\"")
        .build();
  }

  @GET
  @Path("{auditId}/bundle")
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(
      summary = "All the evidence in one file, for anybody to check without us",
      description = "cfp-bundle-v1. It names every company of the chain.")
  @APIResponse(responseCode = "200", description = "the file, to the byte")
  public Response bundle(@PathParam("auditId") String auditId) {
    Audit audit = named(auditId);
    byte[] bytes = audits.bundle(audit.id()).orElseThrow(() -> noReport(audit));
    QuarkusTransaction.requiringNew()
        .run(() -> journal.note("audit.bundle", audit.id().toString()));
    return Response.ok(bytes, MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"audit-" + audit.id() + ".json\"")
        .build();
  }

  /** A report tells more of companies than any of them tells its customers. */
  private void noteReading(Audit audit) {
    QuarkusTransaction.requiringNew()
        .run(() -> journal.note("audit.report", audit.id().toString()));
  }

  private Audit named(String auditId) {
    return NamedAudit.in(audits, auditId);
  }

  private static String signed(Audit audit) {
    return audit.report().orElseThrow(() -> noReport(audit));
  }

  private static Refused noReport(Audit audit) {
    return new Refused(
        ProblemCode.NOT_ALLOWED_NOW,
        audit
            .withoutReport()
            .map(why -> "there is no report: " + why.words().en())
            .orElse("the audit is not done yet"));
  }
}
