package org.cfptrace.connector.emission.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.emission.OwnEmissions;
import org.cfptrace.connector.emission.PostOwnEmissions;
import org.cfptrace.connector.product.Products;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the company emits itself for one unit of a product. */
@Path("/api/v1/products/{traceId}/emissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "own emissions", description = "What this company emits itself, per unit of a product")
public class EmissionsResource {
  private static final String EXAMPLE =
      """
      {"period": {"from": "2025-04-01", "to": "2026-03-31"},
       "values": [{"stage": "main", "account": "fossil", "value": "3"}],
       "method": {"standards": ["ISO 14067:2018"], "gwp": "AR6", "boundary": "CRADLE_TO_GATE"},
       "quality": {"scale": "ONE_TO_FIVE", "byProcess": {"main": {"TeR": "1", "TiR": "2", "GeR": "1"}}},
       "primaryActivityData": true, "primaryEmissionFactor": true}\
      """;

  private final PostOwnEmissions post;
  private final EmissionsLedger ledger;
  private final Products products;
  private final Journal journal;
  private final Clock clock;
  private final Writes writes;
  private final Paging paging;

  EmissionsResource(
      PostOwnEmissions post,
      EmissionsLedger ledger,
      Products products,
      Journal journal,
      Clock clock,
      Writes writes,
      Paging paging) {
    this.post = post;
    this.ledger = ledger;
    this.products = products;
    this.journal = journal;
    this.clock = clock;
    this.writes = writes;
    this.paging = paging;
  }

  @POST
  @RolesAllowed(Roles.SUPPLIER)
  @Operation(
      summary = "Post own emissions",
      description = "A posting is never changed; a newer one for the same period takes its place.")
  @APIResponse(
      responseCode = "201",
      description = "posted",
      content = @Content(schema = @Schema(implementation = OwnEmissionsForm.class)))
  public Response post(
      @PathParam("traceId") String traceId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = OwnEmissionsForm.class),
                      examples = @ExampleObject(name = "3 kg", value = EXAMPLE)))
          Body body) {
    return writes.once(
        body,
        () -> {
          TraceId product = there(traceId);
          OwnEmissions posting = OwnEmissionsForm.read(body, product, clock.instant());
          post.post(posting);
          journal.note("emissions.posted", product + " " + posting.id());
          return Answer.created(
              "/api/v1/products/" + product + "/emissions", OwnEmissionsForm.of(posting));
        });
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(summary = "The postings of own emissions, newest first")
  public Paging.Listed<OwnEmissionsForm> list(@PathParam("traceId") String traceId) {
    return Paging.listed(ledger.of(there(traceId), paging.wanted()), OwnEmissionsForm::of);
  }

  private TraceId there(String traceId) {
    TraceId product = Paths.traceId(traceId);
    return products
        .find(product)
        .map(found -> found.value().traceId())
        .orElseThrow(() -> Refused.notFound("product", product));
  }
}
