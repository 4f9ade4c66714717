package org.cfptrace.aggregator.structure.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Versions;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A company's products and what they are made of. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "products", description = "Your products, and what one unit of each is made of")
public class ProductResource {
  private static final String EXAMPLE =
      """
      {"name": "Battery pack 75 kWh", "category": "BATTERY", "unit": "piece", "massPerUnit": "450",
       "own": {"values": [{"stage": "main", "account": "fossil", "value": "5"}],
               "primaryActivityData": true, "primaryEmissionFactor": true},
       "lines": [
        {"lineId": "casing", "partName": "Coil for the casing", "amount": "1", "unit": "kilogram",
         "kind": "PROCURED", "role": "CASING",
         "sources": [{"partnerId": "did:web:registry.cfptrace.example:participants:abcdefghijklmnop",
                      "supplierTraceId": "urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11"}]},
        {"lineId": "electricity", "partName": "Electricity of the assembly", "amount": "2",
         "unit": "kilowatt-hour", "kind": "TERMINAL",
         "factor": {"set": "examples", "version": "1", "code": "electricity", "stage": "main"}}
      ]}\
      """;

  private final MaintainStructures maintain;
  private final Structures structures;
  private final FactorSets factors;
  private final MaintainStructures.SumUp sums;
  private final Tenancy tenancy;
  private final Journal journal;
  private final Writes writes;
  private final Versions versions;
  private final Paging paging;

  ProductResource(
      MaintainStructures maintain,
      Structures structures,
      FactorSets factors,
      MaintainStructures.SumUp sums,
      Tenancy tenancy,
      Journal journal,
      Writes writes,
      Versions versions,
      Paging paging) {
    this.maintain = maintain;
    this.structures = structures;
    this.factors = factors;
    this.sums = sums;
    this.tenancy = tenancy;
    this.journal = journal;
    this.writes = writes;
    this.versions = versions;
    this.paging = paging;
  }

  /** A product in a list. */
  @Schema(name = "ListedProduct")
  public record ListedForm(String traceId, String name, String category, String unit, int lines) {
    static ListedForm of(ProductStructure structure) {
      return new ListedForm(
          structure.traceId().toString(),
          structure.name(),
          structure.category().name(),
          structure.unit().text(),
          structure.lines().size());
    }
  }

  /** A version in a list. */
  @Schema(name = "StructureVersion")
  public record VersionForm(
      long version, Instant recordedAt, LocalDate validFrom, String name, int lines) {
    static VersionForm of(StructureVersion version) {
      return new VersionForm(
          version.version(),
          version.recordedAt(),
          version.structure().validFrom(),
          version.structure().name(),
          version.structure().lines().size());
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Your products that have a structure today")
  public Paging.Listed<ListedForm> list() {
    return Paging.listed(
        tenancy.asCaller(tenant -> structures.list(tenant, sums.now(), paging.wanted())),
        ListedForm::of);
  }

  @GET
  @Path("{traceId}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What a product is made of today; its ETag is the number of its versions")
  public Response show(@PathParam("traceId") String traceId) {
    return tenancy.asCaller(
        tenant -> {
          TraceId product = Paths.traceId(traceId);
          StructureVersion present = maintain.present(tenant, product);
          return Versions.shown(
              StructureForm.of(present.structure()), structures.versions(tenant, product));
        });
  }

  @GET
  @Path("{traceId}/versions")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Every version that was written, the latest first")
  public Paging.Listed<VersionForm> versions(@PathParam("traceId") String traceId) {
    return Paging.listed(
        tenancy.asCaller(
            tenant -> structures.history(tenant, Paths.traceId(traceId), paging.wanted())),
        VersionForm::of);
  }

  @PUT
  @Path("{traceId}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Write what a product is made of",
      description =
          "Adds a version; earlier ones stay for the days they held. The first one needs no"
              + " If-Match. Parts that are your own products have to be there before. A product"
              + " that would be made of itself is refused with the way round.")
  public Response write(
      @PathParam("traceId") String traceId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = StructureForm.class),
                      examples = @ExampleObject(name = "a battery", value = EXAMPLE)))
          Body body) {
    sums.ready(tenancy.ofCaller());
    return writes.once(
        body,
        () ->
            tenancy.asCaller(
                tenant -> {
                  TraceId product = Paths.traceId(traceId);
                  ProductStructure structure = read(tenant, product, body);
                  var written = maintain.write(tenant, structure, versions.expectedIfSaid());
                  journal.note("structure.written", product.toString());
                  return Answer.ok(StructureForm.of(written.value())).atVersion(written.version());
                }));
  }

  @DELETE
  @Path("{traceId}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "Take a product out; refused while another one is made of it")
  public Response remove(@PathParam("traceId") String traceId) {
    sums.ready(tenancy.ofCaller());
    return writes.once(
        () ->
            tenancy.asCaller(
                tenant -> {
                  TraceId product = Paths.traceId(traceId);
                  maintain.remove(tenant, product, versions.expected());
                  journal.note("structure.removed", product.toString());
                  return Answer.done();
                }));
  }

  private ProductStructure read(Tenant tenant, TraceId product, Body body) {
    var errors = new FieldErrors();
    LocalDate beginning = StructureForm.beginning(structures.find(tenant, product, sums.now()));
    var structure =
        StructureForm.read(
            body.fields(errors),
            product,
            beginning,
            (set, version) -> factors.find(tenant, set, version));
    errors.refuseIfAny();
    return structure.orElseThrow();
  }
}
