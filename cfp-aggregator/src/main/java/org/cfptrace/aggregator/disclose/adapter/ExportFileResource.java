package org.cfptrace.aggregator.disclose.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of an export that is ready. */
@Path("/api/v1/exports/{id}/files")
@Tag(name = "exports")
public class ExportFileResource {
  private static final String ZIP = "export.zip";

  private final Exports exports;
  private final ExportFiles files;
  private final Tenancy tenancy;
  private final Journal journal;

  ExportFileResource(Exports exports, ExportFiles files, Tenancy tenancy, Journal journal) {
    this.exports = exports;
    this.files = files;
    this.tenancy = tenancy;
    this.journal = journal;
  }

  @GET
  @Path("{path: .+}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "One file, or export.zip with all of them",
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
            () ->
                files
                    .find(tenant, export.id(), path)
                    .orElseThrow(() -> Refused.notFound("file", path)));
    return attached(Response.ok(file.bytes(), file.mediaType()), file.name());
  }

  private static Response attached(Response.ResponseBuilder response, String name) {
    return response
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
