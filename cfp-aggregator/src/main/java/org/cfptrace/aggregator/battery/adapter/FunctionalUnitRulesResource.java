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
import org.cfptrace.aggregator.battery.FunctionalUnitRuleSets;
import org.cfptrace.aggregator.battery.FunctionalUnitRules;
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

/** Rules of the functional unit: those that come with the program, and those a company adds. */
@Path("/api/v1/battery-functional-unit-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "batteries")
public class FunctionalUnitRulesResource {
  private final FunctionalUnitRuleSets ruleSets;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Paging paging;

  FunctionalUnitRulesResource(
      FunctionalUnitRuleSets ruleSets,
      Tenancy tenancy,
      Writes writes,
      Journal journal,
      Paging paging) {
    this.ruleSets = ruleSets;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.paging = paging;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The rules of the functional unit, the newest first")
  public Paging.Listed<RulesForm> list() {
    List<FunctionalUnitRules> all = tenancy.asCaller(tenant -> ruleSets.all());
    return Paging.listed(
        Page.ofAll(all, paging.wanted(), each -> each.category() + " " + each.version()),
        RulesForm::of);
  }

  @POST
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Add a version of the rules", description = "Never changed later")
  public Response add(
      @RequestBody(content = @Content(schema = @Schema(implementation = RulesForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FunctionalUnitRules rules = RulesForm.read(body);
          if (!tenancy.asCaller(tenant -> ruleSets.add(rules))) {
            throw new Refused(
                ProblemCode.CONFLICT,
                "version " + rules.version() + " of category " + rules.category() + " is there");
          }
          journal.note(
              "battery-functional-unit-rules.loaded", rules.category() + " " + rules.version());
          return Answer.created(RulesForm.of(rules));
        });
  }
}
