package org.cfptrace.aggregator.battery.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.aggregator.battery.ClassSchemes;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Performance classes, as whoever publishes them sets them. */
@Path("/api/v1/battery-class-schemes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "batteries")
public class ClassSchemeResource {
  private final ClassSchemes schemes;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Paging paging;

  ClassSchemeResource(
      ClassSchemes schemes, Tenancy tenancy, Writes writes, Journal journal, Paging paging) {
    this.schemes = schemes;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.paging = paging;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The performance classes that were loaded, the newest first")
  public Paging.Listed<SchemeForm> list() {
    List<ClassScheme> all = tenancy.asCaller(tenant -> schemes.all());
    return Paging.listed(
        Page.ofAll(all, paging.wanted(), each -> each.category() + " " + each.version()),
        SchemeForm::of);
  }

  @POST
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Load a version of the performance classes",
      description = "Never changed later")
  public Response add(
      @RequestBody(content = @Content(schema = @Schema(implementation = SchemeForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          ClassScheme scheme = SchemeForm.read(body);
          if (!tenancy.asCaller(tenant -> schemes.add(scheme))) {
            throw new Refused(
                ProblemCode.CONFLICT,
                "version " + scheme.version() + " of category " + scheme.category() + " is there");
          }
          journal.note("battery-class-scheme.loaded", scheme.category() + " " + scheme.version());
          return Answer.created(SchemeForm.of(scheme));
        });
  }
}
