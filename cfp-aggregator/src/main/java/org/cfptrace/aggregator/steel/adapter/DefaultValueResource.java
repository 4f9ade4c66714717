package org.cfptrace.aggregator.steel.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import org.cfptrace.aggregator.steel.CertificateEstimates;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.CountryCode;
import org.cfptrace.aggregator.steel.DefaultValue;
import org.cfptrace.aggregator.steel.DefaultValues;
import org.cfptrace.aggregator.steel.DefaultValuesTable;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.TableException;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
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

/** Published default values: looked up, and loaded as a new set by an officer. */
@Path("/api/v1/steel")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "steel", description = "Specific embedded emissions of steel goods (CBAM)")
public class DefaultValueResource {
  private static final String CSV = "text/csv";
  // The whole published table of the world has some 3 MiB.
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int LONGEST_NAME = 200;

  private final Tenancy tenancy;
  private final DefaultValueSetTable sets;
  private final CertificateEstimates estimates = CertificateEstimates.published();
  private final Writes writes;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  DefaultValueResource(
      Tenancy tenancy,
      DefaultValueSetTable sets,
      Writes writes,
      Journal journal,
      Caller caller,
      Clock clock) {
    this.tenancy = tenancy;
    this.sets = sets;
    this.writes = writes;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /** A loaded set on the wire. */
  @Schema(description = "A set of default values that counts from now on.")
  public record SetForm(long version, String name, int rows) {}

  @GET
  @Path("default-values")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "The published default value for a good from a country in a year",
      description =
          "The row of the longest listed beginning of the code; where the country has none, the"
              + " row for other countries.")
  public DefaultValueForm find(
      @QueryParam("cn") @Nullable String cn,
      @QueryParam("country") @Nullable String country,
      @QueryParam("year") @Nullable String year) {
    CnCode code = parameter("cn", cn, CnCode::new, ProblemCode.CN_INVALID);
    CountryCode origin =
        parameter("country", country, CountryCode::new, ProblemCode.INVALID_PARAMETER);
    ReportingYear reporting =
        parameter("year", year, ReportingYear::of, ProblemCode.INVALID_PARAMETER);
    DefaultValues values = tenancy.asCaller(tenant -> sets.current());
    DefaultValue row =
        values
            .find(code, origin)
            .orElseThrow(() -> Refused.notFound("default value for", code + " from " + origin));
    return DefaultValueForm.of(
        code,
        origin,
        reporting,
        row,
        estimates.of(code, row, reporting).orElse(null),
        values.name());
  }

  @POST
  @Path("default-value-sets")
  @Consumes(CSV)
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Load a set of published default values",
      description =
          "The whole file or nothing of it. Header:"
              + " country,cn,base,2026,2027,2028,indirect,route,source,as_of; country * is for all"
              + " others; a column that was not published is empty. From then on this set counts,"
              + " alone; what was computed before names the set it was made with.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SetForm.class)))
  public Response load(
      @QueryParam("name") @Nullable String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = CSV,
                      schema = @Schema(implementation = String.class),
                      examples =
                          @ExampleObject(
                              name = "one row",
                              value =
                                  "country,cn,base,2026,2027,2028,indirect,route,source,as_of\n"
                                      + "JP,7208,2.10,2.31,2.52,2.73,,C,IR (EU)"
                                      + " 2025/2621,2025-12-31\n")))
          InputStream body)
      throws IOException {
    byte[] file = body.readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      throw new Refused(ProblemCode.BODY_TOO_LARGE, "a file of default values has at most 16 MiB");
    }
    String called =
        parameter("name", name, DefaultValueResource::name, ProblemCode.INVALID_PARAMETER);
    return writes.once(
        caller.name(), file, () -> tenancy.asCaller(tenant -> loaded(called, text(file))));
  }

  private Answer loaded(String name, String csv) {
    int rows = read(name, csv).size();
    long version = sets.add(name, csv, clock.instant(), caller.name());
    journal.note("steel-default-values.loaded", "version " + version);
    return Answer.created(new SetForm(version, name, rows));
  }

  private static DefaultValues read(String name, String csv) {
    try {
      return DefaultValuesTable.read(name, csv);
    } catch (TableException refused) {
      FieldErrors errors = new FieldErrors();
      refused
          .faults()
          .forEach(
              fault ->
                  errors.add(
                      "lines["
                          + fault.line()
                          + "]"
                          + (fault.column().isEmpty() ? "" : "." + fault.column()),
                      "INVALID",
                      fault.message()));
      errors.refuseIfAny();
      throw refused;
    }
  }

  private static String text(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(ProblemCode.MALFORMED_BODY, "expected UTF-8");
    }
  }

  private static String name(String text) {
    if (text.isBlank()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "expected a name of 1 to " + LONGEST_NAME + " characters, such as the act and its date");
    }
    return text;
  }

  private static <T> T parameter(
      String name, @Nullable String text, Function<String, T> reader, ProblemCode code) {
    try {
      return reader.apply(text == null ? "" : text);
    } catch (IllegalArgumentException complaint) {
      throw new Refused(code, "\"" + name + "\": " + complaint.getMessage());
    }
  }
}
