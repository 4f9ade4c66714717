package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.journal.Journal;
import org.cfptrace.strict.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of an export that is ready. */
@Path("/api/v1/exports/{id}/files")
@Tag(name = "exports")
public class ExportFileResource {
  private static final String ZIP = "export.zip";
  private static final String SIGNATURE = "signature.jwt";
  private static final String PROOF = "log-proof.json";
  private static final String JOB = "job.json";

  private final Exports exports;
  private final ExportFiles files;
  private final AskedSignatures signed;
  private final Tenancy tenancy;
  private final Journal journal;

  ExportFileResource(
      Exports exports,
      ExportFiles files,
      AskedSignatures signed,
      Tenancy tenancy,
      Journal journal) {
    this.exports = exports;
    this.files = files;
    this.signed = signed;
    this.tenancy = tenancy;
    this.journal = journal;
  }

  @GET
  @Path("{path: .+}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary =
          "One file, or export.zip with all of them; signature.jwt, log-proof.json and job.json"
              + " beside",
      description = "The same bytes every time. Nothing is handed out before all of it is ready.")
  public Response file(@PathParam("id") String id, @PathParam("path") String path) {
    Tenant tenant = tenancy.ofCaller();
    Export export = tenancy.as(tenant, () -> ready(tenant, id, path));
    return path.equals(ZIP) ? zip(tenant, export) : one(tenant, export, path);
  }

  private Export ready(Tenant tenant, String id, String path) {
    UUID uuid = Paths.read("export", id, UUID::fromString);
    Export export = exports.find(tenant, uuid).orElseThrow(() -> Refused.notFound("export", uuid));
    if (!export.state().hasFiles()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "its files are there once it is READY; this one is " + export.state());
    }
    journal.note("export.taken", uuid + " " + path);
    return export;
  }

  private Response zip(Tenant tenant, Export export) {
    StreamingOutput all = out -> files.zip(tenant, export.id(), export.order().asOf(), out);
    return attached(Response.ok(all, "application/zip"), export.id() + ".zip");
  }

  private Response one(Tenant tenant, Export export, String path) {
    ExportFile file =
        tenancy.as(
            tenant,
            () -> found(tenant, export, path).orElseThrow(() -> Refused.notFound("file", path)));
    return attached(Response.ok(file.bytes(), file.mediaType()), file.name());
  }

  /** What is signed lies beside the files: it is of them, and comes later. */
  private Optional<ExportFile> found(Tenant tenant, Export export, String path) {
    return switch (path) {
      case SIGNATURE ->
          signed
              .of(tenant, export.id())
              .flatMap(asked -> asked.awaited().signature())
              .map(token -> new ExportFile(SIGNATURE, "application/jwt", token.getBytes(US_ASCII)));
      case PROOF ->
          signed
              .of(tenant, export.id())
              .flatMap(AskedSignatures.Asked::proof)
              .map(
                  proof ->
                      new ExportFile(PROOF, "application/json", StrictJson.write(proof.toJson())));
      case JOB ->
          Optional.of(
              new ExportFile(
                  JOB,
                  "application/json",
                  FactsJson.writePretty(JobTimes.of(export, signed.of(tenant, export.id())))
                      .getBytes(UTF_8)));
      default -> files.find(tenant, export.id(), path);
    };
  }

  private static Response attached(Response.ResponseBuilder response, String name) {
    return response
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
