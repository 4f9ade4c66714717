package org.cfptrace.aggregator.steel.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.cfptrace.aggregator.steel.CalculateEmbeddedEmissions;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.adapter.InstallationYearTable.Kept;
import org.cfptrace.aggregator.tenant.ReplacedSources;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Versions;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An installation's year: what it did goes in, specific embedded emissions come out. */
@Path("/api/v1/steel/installations/{id}/years/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "steel", description = "Specific embedded emissions of steel goods (CBAM)")
public class SteelResource {
  private static final String EXAMPLE =
      """
      {"name": "Works A", "country": "JP",
       "period": {"from": "2026-01-01", "to": "2026-12-31"},
       "purchases": [
         {"id": "dri", "name": "DRI", "cn": "72031000", "origin": "IN", "tonnes": "110",
          "actual": {"direct": "1.40", "indirect": "0", "installation": "Plant X",
                     "period": {"from": "2026-01-01", "to": "2026-12-31"},
                     "verifierReport": {"id": "R-1", "verifier": "Verifier"}}}],
       "processes": [
         {"id": "furnace", "name": "Furnace", "good": "CRUDE_STEEL", "route": "DRI_EAF",
          "outputs": [{"cn": "72071114", "tonnes": "100"}],
          "streams": [
            {"name": "coal", "method": "MASS_BALANCE", "direction": "IN", "tonnes": "100",
             "carbonContent": "0.5"}],
          "electricityConsumed": [
            {"megawattHours": "60", "emissionFactor": "0.45", "source": "grid"}],
          "precursors": [{"purchase": "dri", "tonnes": "110"}]}]}\
      """;

  private final Tenancy tenancy;
  private final InstallationYearTable years;
  private final DefaultValueSetTable defaults;
  private final Writes writes;
  private final Versions versions;
  private final Journal journal;
  private final Caller caller;
  private final ReplacedSources replaced;
  private final Clock clock;
  private final ObjectMapper json;

  SteelResource(
      Tenancy tenancy,
      InstallationYearTable years,
      DefaultValueSetTable defaults,
      Writes writes,
      Versions versions,
      Journal journal,
      Caller caller,
      ReplacedSources replaced,
      Clock clock,
      ObjectMapper json) {
    this.tenancy = tenancy;
    this.years = years;
    this.defaults = defaults;
    this.writes = writes;
    this.versions = versions;
    this.journal = journal;
    this.caller = caller;
    this.replaced = replaced;
    this.clock = clock;
    this.json = json;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Give what an installation did in a year; hear what its goods carry",
      description =
          "Computed at once and kept as a new version, or refused with every fault and nothing"
              + " kept. A later version names the present one in If-Match.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = YearForm.class)))
  public Response put(
      @PathParam("id") String id,
      @PathParam("year") String year,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Object.class),
                      examples = @ExampleObject(name = "an electric furnace", value = EXAMPLE)))
          Body body) {
    InstallationId installation = installation(id);
    ReportingYear reporting = year(year);
    return writes.once(body, () -> tenancy.asCaller(tenant -> kept(installation, reporting, body)));
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What was given and what came out, the latest version or one of before")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = YearForm.class)))
  public Response show(
      @PathParam("id") String id,
      @PathParam("year") String year,
      @QueryParam("version") @Nullable String version) {
    InstallationId installation = installation(id);
    ReportingYear reporting = year(year);
    Kept kept = find(installation, reporting, version);
    return Versions.shown(form(installation, reporting, kept), kept.version());
  }

  @GET
  @Path("result")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What came out, with its explanation in English and Japanese")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SteelResultForm.class)))
  public Response result(
      @PathParam("id") String id,
      @PathParam("year") String year,
      @QueryParam("version") @Nullable String version) {
    Kept kept = find(installation(id), year(year), version);
    return Versions.shown(tree(kept.result()), kept.version());
  }

  private Answer kept(InstallationId installation, ReportingYear year, Body body) {
    long present = years.latest(installation, year).map(Kept::version).orElse(0L);
    versions.expectedOrFirst(present).refuseUnlessNow(present);
    InstallationYear input = InstallationYearReader.read(body, installation, year);
    SteelResult result =
        new CalculateEmbeddedEmissions(defaults.current())
            .of(input)
            .fold(
                done -> done,
                faults -> {
                  throw InstallationYearReader.refused(faults);
                });
    Kept kept =
        new Kept(
            present + 1,
            new String(body.bytes(), StandardCharsets.UTF_8),
            written(SteelResultForm.of(result)),
            clock.instant(),
            caller.name());
    years.keep(installation, year, kept);
    replaced.replaced(
        ReplacedSources.Kind.INSTALLATION_YEAR,
        List.of(ReplacedSources.Replaced.always(installation + " " + year)),
        kept.savedAt());
    journal.note("steel.calculated", installation + " " + year + " version " + kept.version());
    return Answer.ok(form(installation, year, kept)).atVersion(kept.version());
  }

  private Kept find(InstallationId installation, ReportingYear year, @Nullable String version) {
    return tenancy
        .asCaller(
            tenant ->
                version == null
                    ? years.latest(installation, year)
                    : years.at(installation, year, number(version)))
        .orElseThrow(() -> Refused.notFound("calculation of", installation + " in " + year));
  }

  private YearForm form(InstallationId installation, ReportingYear year, Kept kept) {
    return YearForm.of(installation, year, kept, tree(kept.input()), tree(kept.result()));
  }

  private String written(SteelResultForm result) {
    try {
      return json.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a result", e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept is not JSON", e);
    }
  }

  private static InstallationId installation(String text) {
    try {
      return new InstallationId(text);
    } catch (IllegalArgumentException complaint) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, String.valueOf(complaint.getMessage()));
    }
  }

  private static ReportingYear year(String text) {
    try {
      return ReportingYear.of(text);
    } catch (IllegalArgumentException complaint) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, String.valueOf(complaint.getMessage()));
    }
  }

  private static long number(String version) {
    if (!version.matches("[1-9][0-9]{0,17}")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"version\" is a number such as 3");
    }
    return Long.parseLong(version);
  }
}
