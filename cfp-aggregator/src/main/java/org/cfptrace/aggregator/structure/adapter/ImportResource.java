package org.cfptrace.aggregator.structure.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.structure.ImportStructures;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.StructureImport;
import org.cfptrace.aggregator.structure.StructureImports;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.StreamedWrite;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of many products. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ImportResource {
  static final String PATH = "/api/v1/structure-imports";
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  private final ImportStructures imports;
  private final StructureImports noted;
  private final FactorSets factors;
  private final Structures structures;
  private final MaintainStructures.SumUp sums;
  private final Tenancy tenancy;
  private final Journal journal;
  private final Writes writes;
  private final ObjectMapper json;
  private final Paging paging;

  ImportResource(
      ImportStructures imports,
      StructureImports noted,
      FactorSets factors,
      Structures structures,
      MaintainStructures.SumUp sums,
      Tenancy tenancy,
      Journal journal,
      Writes writes,
      ObjectMapper json,
      Paging paging) {
    this.imports = imports;
    this.noted = noted;
    this.factors = factors;
    this.structures = structures;
    this.sums = sums;
    this.tenancy = tenancy;
    this.journal = journal;
    this.writes = writes;
    this.json = json;
    this.paging = paging;
  }

  /** A file and how far it has come. */
  @Schema(name = "StructureImport")
  public record ImportForm(
      String importId,
      StructureImport.Format format,
      @Schema(description = "READING, CHECKING, DONE; REFUSED and BROKEN: nothing of it was kept")
          StructureImport.State state,
      @Schema(description = "read so far") long products,
      long lines,
      @Schema(description = "by row, counted from 1") List<FieldError> faults,
      @Schema(description = "why it is BROKEN") @Nullable Bilingual reason,
      Instant beganAt,
      @Nullable Instant endedAt) {
    static ImportForm of(StructureImport file) {
      return new ImportForm(
          file.id().toString(),
          file.format(),
          file.state(),
          file.products(),
          file.lines(),
          file.faults(),
          file.broken().map(StructureImport.Broken::text).orElse(null),
          file.beganAt(),
          file.endedAt().orElse(null));
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "The files and how far they are, newest first; also one that is still coming in")
  public Paging.Listed<ImportForm> list() {
    return tenancy.asCaller(
        tenant -> Paging.listed(noted.newestFirst(tenant, paging.wanted()), ImportForm::of));
  }

  @GET
  @Path("{importId}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "One file and how far it is")
  public ImportForm show(@PathParam("importId") String importId) {
    UUID id = Paths.read("import", importId, UUID::fromString);
    return tenancy.asCaller(
        tenant ->
            noted
                .find(tenant, id)
                .map(ImportForm::of)
                .orElseThrow(() -> Refused.notFound("import", id)));
  }

  @POST
  @Consumes(NDJSON)
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Write many products from a file with one product in JSON on each line",
      description =
          "As PUT /products/{traceId} takes it, with its traceId. The file is read while it comes in;"
              + " all of it counts or nothing. A product that is there gets a further version; under"
              + " the same Idempotency-Key the same file is taken once.")
  public Response ndjson(InputStream file) {
    return take(StructureImport.Format.NDJSON, file, ProductFiles::ndjson);
  }

  @POST
  @Consumes(CSV)
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Write many products from a CSV file with one line of a product in each row",
      description =
          "Columns: product, name, category, plant, unit, mass_kg, gwp, boundary, profile, own_stage,"
              + " own_kgco2e, valid_from, valid_to, line, part, amount, line_unit, yield,"
              + " line_mass_kg, own_product, supplier, supplier_product, share, factor_set,"
              + " factor_version, factor_code, factor_stage, option, role. All of it counts or"
              + " nothing.")
  public Response csv(InputStream file) {
    return take(StructureImport.Format.CSV, file, ProductFiles::csv);
  }

  private Response take(
      StructureImport.Format format,
      InputStream file,
      BiFunction<ProductFiles, InputStream, Iterator<ImportStructures.Row>> reader) {
    Tenant tenant = tenancy.ofCaller();
    StreamedWrite write = writes.streamed(file);
    sums.ready(tenant);
    ProductFiles files =
        new ProductFiles(
            json,
            cached((set, version) -> factors.find(tenant, set, version)),
            product -> StructureForm.beginning(structures.find(tenant, product, sums.now())));
    imports
        .take(tenant, format, () -> reader.apply(files, write.body()), new Kept(tenant, write))
        .filter(ended -> ended.state() != StructureImport.State.DONE)
        .ifPresent(
            ended -> {
              throw new Refused(
                  ProblemCode.INVALID_FIELDS,
                  "nothing of the file was kept; import " + ended.id(),
                  ended.faults());
            });
    return write.answered();
  }

  /** A file that counts is noted in the journal, and answered the same when it is sent again. */
  private final class Kept implements ImportStructures.Once {
    private final Tenant tenant;
    private final StreamedWrite write;

    Kept(Tenant tenant, StreamedWrite write) {
      this.tenant = tenant;
      this.write = write;
    }

    @Override
    public boolean isFirst() {
      return write.isFirst();
    }

    @Override
    public void taken(StructureImport done) {
      tenancy.doAs(
          tenant,
          () ->
              journal.note(
                  "structures.imported", done.products() + " products, import " + done.id()));
      write.keep(Answer.created(PATH + "/" + done.id(), ImportForm.of(done)));
    }
  }

  /** Each set is looked up once for a whole file. */
  private static StructureLineForm.Lookup cached(StructureLineForm.Lookup factors) {
    Map<List<String>, Optional<FactorSet>> known = new HashMap<>();
    return (set, version) ->
        known.computeIfAbsent(List.of(set, version), unread -> factors.find(set, version));
  }
}
