package org.cfptrace.connector.audit.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.AuditSettings;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Versioned;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Versions;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How this company answers auditors. */
@Path("/api/v1/audits/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audits", description = "Audits of this company, and by it (監査)")
public class AuditSettingsResource {
  private final AuditSettings settings;
  private final Journal journal;
  private final Writes writes;
  private final Versions versions;
  private final Caller caller;
  private final Clock clock;

  AuditSettingsResource(
      Auditing auditing,
      Journal journal,
      Writes writes,
      Versions versions,
      Caller caller,
      Clock clock) {
    this.settings = auditing.settings();
    this.journal = journal;
    this.writes = writes;
    this.versions = versions;
    this.caller = caller;
    this.clock = clock;
  }

  /** The setting. */
  @Schema(name = "AuditSettings")
  record SettingsForm(
      @Schema(
              required = true,
              description =
                  "how an auditor is answered whose leave is good: at once, by a person, never")
          AuditMode mode) {}

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "How auditors are answered; ASK until somebody says otherwise")
  @APIResponse(
      responseCode = "200",
      description = "its version is the ETag, \"0\" where nothing was said yet",
      content = @Content(schema = @Schema(implementation = SettingsForm.class)))
  public Response show() {
    Versioned<AuditMode> mode = settings.mode();
    return Versions.shown(new SettingsForm(mode.value()), mode.version());
  }

  @PUT
  @RolesAllowed({Roles.APPROVER, Roles.ADMIN})
  @Operation(summary = "Say how auditors are answered from now on; what waits goes on waiting")
  @APIResponse(
      responseCode = "200",
      description = "changed",
      content = @Content(schema = @Schema(implementation = SettingsForm.class)))
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "the ETag of the version that was read",
      example = "\"0\"",
      schema = @Schema(type = SchemaType.STRING))
  public Response change(
      @RequestBody(content = @Content(schema = @Schema(implementation = SettingsForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<AuditMode> mode = fields.requiredChoice("mode", AuditMode.class);
          fields.refuseOthers();
          errors.refuseIfAny();
          Versioned<AuditMode> changed =
              settings.change(
                  mode.orElseThrow(), versions.expected(), caller.name(), clock.instant());
          journal.note("audit.settings", changed.value().name());
          return Answer.ok(new SettingsForm(changed.value())).atVersion(changed.version());
        });
  }
}
