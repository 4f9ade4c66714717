package org.cfptrace.connector.share.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Versions;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What partners are told of our products: a clerk drafts, an approver releases. */
@Path("/api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "releases",
    description = "What one partner may see of one product, closed until released")
public class ReleaseResource {
  private final Trade trade;
  private final Products products;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Versions versions;
  private final Paging paging;
  private final Caller caller;

  ReleaseResource(
      Trade trade,
      Products products,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Versions versions,
      Paging paging,
      Caller caller) {
    this.trade = trade;
    this.products = products;
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.versions = versions;
    this.paging = paging;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "What is drafted and released, by product and partner")
  public Paging.Listed<ReleaseForm> list(
      @Parameter(description = "true: only those with a draft that waits for an approver")
          @QueryParam("drafts")
          @Nullable String drafts) {
    return Paging.listed(
        trade.releases().list(paging.wanted(), Paging.flag("drafts", drafts)), ReleaseForm::of);
  }

  @GET
  @Path("{partnerId}/{traceId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "What one partner is told of one product; nothing, unless it was released")
  @APIResponse(
      responseCode = "200",
      description = "its version is the ETag, \"0\" where nothing was drafted yet",
      content = @Content(schema = @Schema(implementation = ReleaseForm.class)))
  public Response show(
      @PathParam("partnerId") String partnerId, @PathParam("traceId") String traceId) {
    ProductRelease release = trade.releaseProducts().of(names.inPath(partnerId), product(traceId));
    return Versions.shown(ReleaseForm.of(release), release.version());
  }

  @PUT
  @Path("{partnerId}/{traceId}/draft")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER})
  @Operation(summary = "Draft what the partner is to be told; nothing changes for it yet")
  @APIResponse(
      responseCode = "200",
      description = "drafted",
      content = @Content(schema = @Schema(implementation = ReleaseForm.class)))
  public Response draft(
      @PathParam("partnerId") String partnerId,
      @PathParam("traceId") String traceId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ReleaseForm.TermsForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          ParticipantId partner = names.inPath(partnerId);
          TraceId product = product(traceId);
          ReleaseTerms terms = ReleaseForm.TermsForm.read(body);
          ProductRelease drafted =
              trade
                  .releaseProducts()
                  .draft(partner, product, terms, versions.expectedIfSaid(), caller.name());
          journal.note("release.drafted", product + " " + partner);
          return Answer.ok(ReleaseForm.of(drafted)).atVersion(drafted.version());
        });
  }

  @POST
  @Path("{partnerId}/{traceId}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Release what was drafted",
      description =
          "If-Match names the version that was read, so that nobody releases what somebody else has"
              + " changed meanwhile. What is opened goes out in the background; what is closed is"
              + " told to the partner (what was read cannot be unread).")
  @APIResponse(
      responseCode = "200",
      description = "released",
      content = @Content(schema = @Schema(implementation = ReleaseForm.class)))
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "the ETag of the version that was read",
      example = "\"3\"",
      schema = @Schema(type = SchemaType.STRING))
  public Response release(
      @PathParam("partnerId") String partnerId, @PathParam("traceId") String traceId) {
    return writes.once(
        () -> {
          ParticipantId partner = names.inPath(partnerId);
          TraceId product = product(traceId);
          ProductRelease released =
              trade.releaseProducts().release(partner, product, versions.expected(), caller.name());
          journal.note("release.approved", product + " " + partner);
          return Answer.ok(ReleaseForm.of(released)).atVersion(released.version());
        });
  }

  private TraceId product(String text) {
    TraceId product = Paths.traceId(text);
    if (products.find(product).isEmpty()) {
      throw Refused.notFound("product", product);
    }
    return product;
  }
}
