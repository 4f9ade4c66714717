package org.cfptrace.connector.product.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.connector.product.BillOfMaterials;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.form.LineForm;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.form.SourceForm;
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

/** What goes into a product. */
@Path("/api/v1/products/{traceId}/bill-of-materials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bill of materials", description = "What goes into one unit of a product")
public class BillOfMaterialsResource {
  private static final String EXAMPLE =
      """
      {"lines": [
        {"lineId": "coil", "partName": "Coil 1.2 mm", "amount": "2.5", "unit": "kilogram", "yield": "0.8",
         "kind": "PROCURED"},
        {"lineId": "bracket", "partName": "Bracket", "amount": "2", "unit": "piece", "kind": "OWN",
         "ownTraceId": "urn:uuid:5f0b6c1e-3f1c-4f67-9d9e-0d6d7b0a6b01"},
        {"lineId": "paint", "partName": "Primer", "amount": "0.02", "unit": "kilogram", "kind": "TERMINAL",
         "estimate": {"values": [{"stage": "pre", "account": "fossil", "value": "4.1"}],
                      "origin": "SECONDARY", "reference": "a database for paints"}}
      ]}\
      """;
  private static final String SOURCE_EXAMPLE =
      """
      {"partnerId": "did:web:registry.cfptrace.example:participants:abcdefghijklmnop",
       "supplierTraceId": "urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11", "share": "0.3"}\
      """;

  private final MaintainBillOfMaterials maintain;
  private final Journal journal;
  private final Writes writes;
  private final Versions versions;

  BillOfMaterialsResource(
      MaintainBillOfMaterials maintain, Journal journal, Writes writes, Versions versions) {
    this.maintain = maintain;
    this.journal = journal;
    this.writes = writes;
    this.versions = versions;
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(summary = "The bill of materials of a product")
  @APIResponse(
      responseCode = "200",
      description = "its version is the ETag, \"0\" where none was written yet",
      content = @Content(schema = @Schema(implementation = BillOfMaterialsForm.class)))
  public Response show(@PathParam("traceId") String traceId) {
    var billOfMaterials = maintain.of(Paths.traceId(traceId));
    return Versions.shown(
        BillOfMaterialsForm.of(billOfMaterials.value()), billOfMaterials.version());
  }

  @PUT
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(
      summary = "Write the bill of materials of a product",
      description =
          "Replaces all lines. The first one needs no If-Match. A product that would be made of"
              + " itself is refused with the way round.")
  @APIResponse(
      responseCode = "200",
      description = "written",
      content = @Content(schema = @Schema(implementation = BillOfMaterialsForm.class)))
  public Response write(
      @PathParam("traceId") String traceId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = BillOfMaterialsForm.class),
                      examples = @ExampleObject(name = "three kinds of lines", value = EXAMPLE)))
          Body body) {
    return writes.once(
        body,
        () -> {
          TraceId product = Paths.traceId(traceId);
          ExpectedVersion expected = versions.expectedOrFirst(maintain.of(product).version());
          BillOfMaterials lines = BillOfMaterialsForm.read(body);
          var written = maintain.replace(product, lines, expected);
          journal.note("bill-of-materials.written", product.toString());
          return Answer.ok(BillOfMaterialsForm.of(written.value())).atVersion(written.version());
        });
  }

  @POST
  @Path("lines/{lineId}/sources")
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(
      summary = "Link a line to a partner's product",
      description =
          "A person says that this part is that product. The same product is not linked twice for"
              + " the same days: a later word replaces the earlier. If-Match may be left out.")
  @APIResponse(
      responseCode = "200",
      description = "the line as it is now",
      content = @Content(schema = @Schema(implementation = LineForm.class)))
  public Response link(
      @PathParam("traceId") String traceId,
      @PathParam("lineId") String lineId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SourceForm.class),
                      examples = @ExampleObject(name = "30 percent", value = SOURCE_EXAMPLE)))
          Body body) {
    return writes.once(
        body,
        () -> {
          TraceId product = Paths.traceId(traceId);
          LineId line = Paths.read("line", lineId, LineId::new);
          LineSource source = SourceForm.read(body);
          var linked = maintain.link(product, line, source, versions.expectedIfSaid());
          journal.note("line.linked", product + " " + line + " " + source.supplierProduct());
          return Answer.ok(LineForm.of(linked.value().line(line).orElseThrow()))
              .atVersion(linked.version());
        });
  }
}
