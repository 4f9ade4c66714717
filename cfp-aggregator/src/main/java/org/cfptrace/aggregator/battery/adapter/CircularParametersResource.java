package org.cfptrace.aggregator.battery.adapter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cfptrace.aggregator.battery.CircularMaterial;
import org.cfptrace.aggregator.battery.CircularParameterSets;
import org.cfptrace.aggregator.battery.CircularParameters;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
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

/** Parameters of the Circular Footprint Formula, in versions that never change. */
@Path("/api/v1/battery-circular-parameters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "batteries")
public class CircularParametersResource {
  private final CircularParameterSets sets;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Paging paging;

  CircularParametersResource(
      CircularParameterSets sets, Tenancy tenancy, Writes writes, Journal journal, Paging paging) {
    this.sets = sets;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.paging = paging;
  }

  /** A set in a list. */
  @Schema(name = "ListedCircularParameters")
  public record ListedForm(
      String id,
      String version,
      String source,
      int year,
      String region,
      boolean draft,
      int materials) {
    static ListedForm of(CircularParameters set) {
      return new ListedForm(
          set.id(),
          set.version(),
          set.source(),
          set.year(),
          set.region(),
          set.draft(),
          set.materials().size());
    }
  }

  /** A material with what the formula makes of one kilogram of it. */
  @Schema(name = "CircularResult", description = "kg CO2e per kilogram of material")
  public record ResultForm(
      @JsonUnwrapped CircularMaterialForm parameters,
      @Schema(description = "belongs to the stage rawMaterial") String rawMaterial,
      @Schema(description = "belong to the stage endOfLife") String endOfLifeBurdens,
      @Schema(description = "not negative; the account endOfLifeCredit has it below zero")
          String endOfLifeCredits) {
    static ResultForm of(CircularMaterial material) {
      return new ResultForm(
          CircularMaterialForm.of(material),
          material.perKilogram().rawMaterial().text(),
          material.perKilogram().endOfLifeBurdens().text(),
          material.perKilogram().endOfLifeCredits().text());
    }
  }

  /** A set with its materials. */
  @Schema(name = "ShownCircularParameters")
  public record ShownForm(@JsonUnwrapped ListedForm set, List<ResultForm> results) {
    static ShownForm of(CircularParameters set) {
      return new ShownForm(
          ListedForm.of(set), set.materials().stream().map(ResultForm::of).toList());
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Your sets, and the published example")
  public Paging.Listed<ListedForm> list() {
    List<CircularParameters> all = tenancy.asCaller(tenant -> sets.all());
    return Paging.listed(
        Page.ofAll(all, paging.wanted(), each -> each.id() + " " + each.version()), ListedForm::of);
  }

  @GET
  @Path("{id}/versions/{version}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "A version of a set, each material with what the formula makes of one kilogram")
  public ShownForm show(@PathParam("id") String id, @PathParam("version") String version) {
    return tenancy
        .asCaller(tenant -> sets.find(id, version))
        .map(ShownForm::of)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no such set of parameters"));
  }

  @POST
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Load a version of a set; it is not changed afterwards",
      description =
          "What the formula multiplies with a share of zero need not be said. A is 0.2 for metals"
              + " and 0.5 for all else, B, r1 and r3 are 0, where nothing is said.")
  public Response load(
      @RequestBody(
              content = @Content(schema = @Schema(implementation = CircularParametersForm.class)))
          Body body) {
    return writes.once(
        body,
        () ->
            tenancy.asCaller(
                tenant -> {
                  FieldErrors errors = new FieldErrors();
                  var read = CircularParametersForm.read(body.fields(errors));
                  errors.refuseIfAny();
                  CircularParameters set = read.orElseThrow();
                  if (!sets.add(set)) {
                    throw new Refused(
                        ProblemCode.CONFLICT,
                        "version " + set.version() + " is there already; give a new number");
                  }
                  journal.note("circular-parameters.loaded", set.id() + " " + set.version());
                  return Answer.created(ListedForm.of(set));
                }));
  }
}
