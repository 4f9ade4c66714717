package org.cfptrace.connector.product.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.connector.product.MaintainProducts;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's products. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "products", description = "What this company makes")
public class ProductResource {
  private static final String EXAMPLE =
      """
      {"partsName": "Hot-rolled coil HR-440", "category": "steel", "unit": "kilogram"}\
      """;

  private final Products products;
  private final MaintainProducts maintain;
  private final Journal journal;
  private final Writes writes;
  private final Versions versions;
  private final Paging paging;

  ProductResource(
      Products products,
      MaintainProducts maintain,
      Journal journal,
      Writes writes,
      Versions versions,
      Paging paging) {
    this.products = products;
    this.maintain = maintain;
    this.journal = journal;
    this.writes = writes;
    this.versions = versions;
    this.paging = paging;
  }

  @POST
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(
      summary = "Register a product",
      description = "The trace id is issued, or taken from the body when it is free.")
  @APIResponse(
      responseCode = "201",
      description = "registered",
      content = @Content(schema = @Schema(implementation = ProductForm.class)))
  public Response register(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = ProductForm.class),
                      examples = @ExampleObject(name = "a steel grade", value = EXAMPLE)))
          Body body) {
    return writes.once(
        body,
        () -> {
          var added = maintain.register(ProductForm.readNew(body));
          var traceId = added.value().traceId().toString();
          journal.note("product.created", traceId);
          return Answer.created("/api/v1/products/" + traceId, ProductForm.of(added.value()))
              .atVersion(added.version());
        });
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(summary = "The products")
  public Paging.Listed<ProductForm> list() {
    return Paging.listed(
        products.list(paging.wanted()), product -> ProductForm.of(product.value()));
  }

  @GET
  @Path("{traceId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(summary = "One product")
  @APIResponse(
      responseCode = "200",
      description = "its version is the ETag",
      content = @Content(schema = @Schema(implementation = ProductForm.class)))
  public Response show(@PathParam("traceId") String traceId) {
    Versioned<Product> product = there(Paths.traceId(traceId));
    return Versions.shown(ProductForm.of(product.value()), product.version());
  }

  @PUT
  @Path("{traceId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(
      summary = "Change a product",
      description =
          "Its unit stays once emissions, a bill of materials or another product rely on it.")
  @APIResponse(
      responseCode = "200",
      description = "changed",
      content = @Content(schema = @Schema(implementation = ProductForm.class)))
  public Response change(
      @PathParam("traceId") String traceId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ProductForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          TraceId id = there(Paths.traceId(traceId)).value().traceId();
          var changed = maintain.change(ProductForm.readChanged(body, id), versions.expected());
          journal.note("product.changed", id.toString());
          return Answer.ok(ProductForm.of(changed.value())).atVersion(changed.version());
        });
  }

  @DELETE
  @Path("{traceId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(summary = "Remove a product nothing relies on")
  @APIResponse(responseCode = "204", description = "removed, with its bill of materials")
  public Response remove(@PathParam("traceId") String traceId) {
    return writes.once(
        () -> {
          TraceId id = there(Paths.traceId(traceId)).value().traceId();
          maintain.remove(id, versions.expected());
          journal.note("product.removed", id.toString());
          return Answer.done();
        });
  }

  private Versioned<Product> there(TraceId traceId) {
    return products.find(traceId).orElseThrow(() -> Refused.notFound("product", traceId));
  }
}
