package org.cfptrace.aggregator.battery.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.cfptrace.aggregator.battery.BatteryFile;
import org.cfptrace.aggregator.battery.BatteryFootprints;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.BatteryModels;
import org.cfptrace.aggregator.battery.DeclareBattery;
import org.cfptrace.aggregator.battery.LastDeclaration;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Parameters;
import org.cfptrace.service.http.Tagged;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A battery: its model, its footprint per kWh delivered, and what was declared of it. */
@Path("/api/v1/batteries/{traceId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "batteries", description = "Batteries under Regulation (EU) 2023/1542, Article 7")
public class BatteryResource {
  private final BatteryModels models;
  private final BatteryFootprints footprints;
  private final DeclareBattery declare;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Clock clock;
  private final Tagged tagged;

  BatteryResource(
      BatteryModels models,
      BatteryFootprints footprints,
      DeclareBattery declare,
      Tenancy tenancy,
      Writes writes,
      Journal journal,
      Clock clock,
      Tagged tagged) {
    this.models = models;
    this.footprints = footprints;
    this.declare = declare;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.clock = clock;
    this.tagged = tagged;
  }

  /** A declaration as it was noted. */
  @Schema(name = "BatteryDeclaration")
  public record DeclarationForm(
      String modelId,
      String facilityId,
      @Schema(description = "kg CO2e per kWh delivered") String perKwh,
      String billOfMaterialsHash,
      String electricityMixHash,
      Instant declaredAt) {
    static DeclarationForm of(LastDeclaration declaration) {
      return new DeclarationForm(
          declaration.modelId(),
          declaration.facilityId(),
          declaration.perKwh(),
          declaration.hashes().billOfMaterials(),
          declaration.hashes().electricityMix(),
          declaration.declaredAt());
    }
  }

  @PUT
  @Path("model")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Say what model a product is", description = "Replaces what was said before")
  public Response putModel(
      @PathParam("traceId") String traceId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ModelForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          BatteryModel model = ModelReader.read(body, Paths.traceId(traceId));
          return tenancy.asCaller(
              tenant -> {
                models.keep(model);
                journal.note("battery-model.set", traceId);
                return Answer.ok(ModelForm.of(model));
              });
        });
  }

  @GET
  @Path("model")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What model a product is")
  public ModelForm model(@PathParam("traceId") String traceId) {
    TraceId product = Paths.traceId(traceId);
    return tenancy
        .asCaller(tenant -> models.find(product))
        .map(ModelForm::of)
        .orElseThrow(() -> Refused.notFound("battery model", product));
  }

  @GET
  @Path("footprint")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "The footprint per kWh delivered, by stage, and what hinders its declaration",
      description =
          "The declared figures leave biogenic uptake out; the other total is beside them.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatteryFootprintForm.class)))
  public Response footprint(
      @PathParam("traceId") String traceId,
      @QueryParam("asOf") @Nullable String asOf,
      @Context Request request) {
    TraceId product = Paths.traceId(traceId);
    LocalDate day = Parameters.dayOrToday("asOf", asOf, clock);
    BatteryFile file = tenancy.asCaller(tenant -> footprints.of(tenant, product, day));
    return tagged.answer(request, BatteryFootprintForm.of(file, day));
  }

  @POST
  @Path("declarations")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Note that today's figure is declared",
      description =
          "Refused while something blocks it. After a change of parts or of the electricity mix the"
              + " figure of today is a new calculation, and the body says so: newCalculation true.")
  public Response declare(
      @PathParam("traceId") String traceId,
      @RequestBody(content = @Content(schema = @Schema(implementation = DeclareForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          TraceId product = Paths.traceId(traceId);
          boolean isNew = DeclareForm.read(body);
          LastDeclaration declaration =
              tenancy.asCaller(tenant -> declare.today(tenant, product, isNew));
          journal.note("battery.declared", product.toString());
          return Answer.created(DeclarationForm.of(declaration));
        });
  }

  /** Whether a person has looked at a new calculation. */
  @Schema(name = "DeclareBattery")
  record DeclareForm(boolean newCalculation) {
    static boolean read(Body body) {
      var errors = new FieldErrors();
      var fields = body.fields(errors);
      boolean isNew = fields.flag("newCalculation").orElse(false);
      fields.refuseOthers();
      errors.refuseIfAny();
      return isNew;
    }
  }
}
