package org.cfptrace.connector.present.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cfptrace.connector.present.PresentDeclaration;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
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

/** Handing a supplier's declaration on to an aggregator. */
@Path("/api/v1/declarations/{declarationId}/presentations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "declarations", description = "Footprints stated, issued and received")
public class PresentationResource {
  private final PresentDeclaration present;
  private final Outbox outbox;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Caller caller;

  PresentationResource(
      CompanyExchange company,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Caller caller) {
    this.present = company.trade().present();
    this.outbox = company.exchange().outbox();
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.caller = caller;
  }

  /** All there are; a declaration goes to few. */
  @Schema(name = "Presentations")
  record PresentationsForm(List<PresentationForm> items) {}

  @POST
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Hand a received declaration on to an aggregator",
      description =
          "Only where the supplier's terms allow it, and no more of it than we were given and an"
              + " aggregator sees. What the supplier says of the product later (corrections,"
              + " renewals, recalls, what is withheld) follows by itself.")
  @APIResponse(
      responseCode = "201",
      description = "on its way; what the recipient has already is not sent again",
      content = @Content(schema = @Schema(implementation = PresentationForm.class)))
  public Response present(
      @PathParam("declarationId") String declarationId,
      @RequestBody(
              content =
                  @Content(schema = @Schema(implementation = PresentationForm.WishForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          DeclarationId id = id(declarationId);
          ParticipantId recipient = PresentationForm.WishForm.read(body, names::read);
          PresentDeclaration.Handed handed = present.present(id, recipient, caller.name());
          journal.note("declaration.presented", id.value() + " " + recipient.shortId());
          return Answer.created(PresentationForm.of(handed, outbox));
        });
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(summary = "To whom a received declaration was handed on, and what became of it")
  public PresentationsForm list(@PathParam("declarationId") String declarationId) {
    return new PresentationsForm(
        present.of(id(declarationId)).stream()
            .map(each -> PresentationForm.of(each, outbox))
            .toList());
  }

  @DELETE
  @Path("{recipientId}")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Hand nothing more of this product on to that recipient",
      description =
          "What was handed on cannot be unread; the recipient is told that it is followed no more,"
              + " and does not count it any longer.")
  @APIResponse(responseCode = "204", description = "ended")
  public Response end(
      @PathParam("declarationId") String declarationId,
      @PathParam("recipientId") String recipientId) {
    return writes.once(
        () -> {
          DeclarationId id = id(declarationId);
          ParticipantId recipient = names.inPath(recipientId);
          present.end(id, recipient);
          journal.note("presentation.ended", id.value() + " " + recipient.shortId());
          return Answer.done();
        });
  }

  private static DeclarationId id(String text) {
    return Paths.read("declaration", text, DeclarationId::new);
  }
}
