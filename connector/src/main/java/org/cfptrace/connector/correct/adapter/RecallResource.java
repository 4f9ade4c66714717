package org.cfptrace.connector.correct.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.correct.Impact;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.RecallBody;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Withdrawing what we have declared, and what that touches. */
@Path("/api/v1/declarations/{declarationId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "declarations", description = "Footprints stated, issued and received")
public class RecallResource {
  private final Trade trade;
  private final Journal journal;
  private final Writes writes;

  RecallResource(Trade trade, Journal journal, Writes writes) {
    this.trade = trade;
    this.journal = journal;
    this.writes = writes;
  }

  /** Why. */
  @Schema(name = "RecallReason")
  record ReasonForm(@Schema(required = true, maxLength = 1000) String reason) {}

  /** What rests on a declaration. */
  @Schema(name = "Impact")
  record ImpactForm(
      @Schema(description = "those that were withdrawn; only in the answer to a recall")
          @Nullable List<String> recalled,
      List<ProductForm> products) {

    static ImpactForm of(Impact impact, @Nullable List<String> recalled) {
      return new ImpactForm(recalled, impact.products().stream().map(ProductForm::of).toList());
    }
  }

  /** A product of ours that rests on it, and which customers hold figures of it. */
  @Schema(name = "TouchedProduct")
  record ProductForm(String traceId, String name, List<CopyForm> customers) {
    static ProductForm of(Impact.TouchedProduct touched) {
      return new ProductForm(
          touched.product().toString(),
          touched.name(),
          touched.copies().stream().map(CopyForm::of).toList());
    }
  }

  /** A declaration that a customer holds. */
  @Schema(name = "HeldCopy")
  record CopyForm(
      String partnerId,
      String declarationId,
      @Schema(description = "ACTIVE, or RECALLED where it was withdrawn with this declaration")
          Standing.State state,
      @Nullable DeliveryState delivery) {
    static CopyForm of(Impact.HeldCopy copy) {
      return new CopyForm(
          copy.holder().did(), copy.id().value(), copy.state(), copy.delivery().orElse(null));
    }
  }

  @GET
  @Path("impact")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(
      summary = "What rests on a declaration: our products and the customers who hold them",
      description =
          "The same before and after a recall; what was withdrawn with the declaration is RECALLED.")
  public ImpactForm impact(@PathParam("declarationId") String declarationId) {
    return ImpactForm.of(trade.findImpact().of(id(declarationId)), null);
  }

  @POST
  @Path("recall")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Withdraw without a replacement",
      description =
          "Of a self-declaration all copies made from it, of a copy only that one. Totals that used"
              + " it become incomplete, at customers too, and say why.")
  @APIResponse(
      responseCode = "200",
      description = "withdrawn, and what that touches",
      content = @Content(schema = @Schema(implementation = ImpactForm.class)))
  public Response recall(
      @PathParam("declarationId") String declarationId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          DeclarationId id = id(declarationId);
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<String> reason = fields.requiredText("reason", RecallBody.LONGEST_REASON);
          fields.refuseOthers();
          errors.refuseIfAny();
          List<String> recalled =
              trade.recall().recall(id, reason.orElseThrow()).stream()
                  .map(DeclarationId::value)
                  .toList();
          journal.note("declaration.recalled", id.value());
          return Answer.ok(ImpactForm.of(trade.findImpact().of(id), recalled));
        });
  }

  private static DeclarationId id(String text) {
    return Paths.read("declaration", text, DeclarationId::new);
  }
}
