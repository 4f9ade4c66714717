package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.envelope.PartnerInvitationBody;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partnerships;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The companies we deal with: invited, accepted, refused by people. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Path("/api/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "partners", description = "Whom we deal with, and by which keys we know them")
public class PartnerResource {
  private final Exchange exchange;
  private final Partnerships partnerships;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

  PartnerResource(
      Exchange exchange,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller) {
    this.exchange = exchange;
    this.partnerships = exchange.partnerships();
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
  }

  /** An invitation. */
  @Schema(name = "Invitation")
  record InvitationForm(
      @Schema(required = true, description = "short id or full identifier") String participantId,
      @Schema(maxLength = 500) String note,
      @Schema(description = "as the other company has told you, 40 digits") String fingerprint) {}

  /** A fingerprint somebody has compared. */
  @Schema(name = "Acceptance")
  record AcceptanceForm(@Schema(required = true) String fingerprint) {}

  /** A refusal. */
  @Schema(name = "PartnerRefusal")
  record RefusalForm(@Schema(required = true, maxLength = 500) String reason) {}

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
  @Operation(summary = "Invite a company over its door")
  @APIResponse(
      responseCode = "201",
      description = "invited",
      content = @Content(schema = @Schema(implementation = PartnerForm.class)))
  public Response invite(
      @RequestBody(content = @Content(schema = @Schema(implementation = InvitationForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<ParticipantId> other = fields.requiredValue("participantId", names::read);
          Optional<String> note = fields.text("note", PartnerInvitationBody.LONGEST_NOTE);
          Optional<Fingerprint> fingerprint = fields.value("fingerprint", Fingerprint::parse);
          fields.refuseOthers();
          errors.refuseIfAny();
          Partner invited =
              partnerships.invite(other.orElseThrow(), note, fingerprint, caller.name());
          journal.note("partner.invited", invited.id().did());
          return Answer.created("/api/v1/partners/" + invited.id().shortId(), shown(invited));
        });
  }

  @GET
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.OPERATOR,
    Roles.ADMIN
  })
  @Operation(summary = "The partners, invited and accepted")
  public Paging.Listed<PartnerForm> list() {
    return Paging.listed(exchange.partners().list(paging.wanted()), this::shown);
  }

  @GET
  @Path("{participantId}")
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.OPERATOR,
    Roles.ADMIN
  })
  @Operation(summary = "One partner")
  public PartnerForm show(@PathParam("participantId") String participantId) {
    ParticipantId id = names.inPath(participantId);
    return exchange
        .partners()
        .find(id)
        .map(this::shown)
        .orElseThrow(() -> Refused.notFound("partner", id.shortId()));
  }

  @POST
  @Path("{participantId}/acceptance")
  @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
  @Operation(
      summary = "Confirm a fingerprint, and with it accept an invitation or a partner's new key")
  @APIResponse(
      responseCode = "200",
      description = "accepted",
      content = @Content(schema = @Schema(implementation = PartnerForm.class)))
  public Response accept(
      @PathParam("participantId") String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = AcceptanceForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          ParticipantId id = names.inPath(participantId);
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<Fingerprint> fingerprint =
              fields.requiredValue("fingerprint", Fingerprint::parse);
          fields.refuseOthers();
          errors.refuseIfAny();
          Partner accepted = partnerships.accept(id, fingerprint.orElseThrow(), caller.name());
          journal.note("partner.accepted", id.did());
          return Answer.ok(shown(accepted));
        });
  }

  @POST
  @Path("{participantId}/refusal")
  @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
  @Operation(summary = "Decline an invitation, or end a partnership")
  @APIResponse(
      responseCode = "200",
      description = "refused",
      content = @Content(schema = @Schema(implementation = PartnerForm.class)))
  public Response refuse(
      @PathParam("participantId") String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = RefusalForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          ParticipantId id = names.inPath(participantId);
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<String> reason = fields.requiredText("reason", PartnerAnswerBody.LONGEST_REASON);
          fields.refuseOthers();
          errors.refuseIfAny();
          Partner refused = partnerships.refuse(id, reason.orElseThrow());
          journal.note("partner.refused", id.did());
          return Answer.ok(shown(refused));
        });
  }

  /** How much was sent anew. */
  @Schema(name = "SentAnew")
  record SentAnewForm(int messages) {}

  @POST
  @Path("{participantId}/resend")
  @RolesAllowed({Roles.ADMIN, Roles.APPROVER, Roles.OPERATOR})
  @Operation(
      summary = "Send anew what the partner has not taken in time",
      description =
          "What has waited for more than thirty days, or was refused as too late, goes out again as"
              + " new messages in the order of old. Nothing younger is touched.")
  @APIResponse(
      responseCode = "200",
      description = "sent",
      content = @Content(schema = @Schema(implementation = SentAnewForm.class)))
  public Response resend(@PathParam("participantId") String participantId) {
    return writes.once(
        () -> {
          ParticipantId id = names.inPath(participantId);
          if (exchange.partners().find(id).isEmpty()) {
            throw Refused.notFound("partner", id.shortId());
          }
          int messages = exchange.sendAnew().to(id);
          journal.note("partner.resent", id.did());
          return Answer.ok(new SentAnewForm(messages));
        });
  }

  private PartnerForm shown(Partner partner) {
    return PartnerForm.of(
        partner, fingerprint(partner.id()), exchange.outbox().waitingSince(partner.id()));
  }

  private Optional<Fingerprint> fingerprint(ParticipantId id) {
    try {
      return partnerships.fingerprintOf(id);
    } catch (Registry.RegistryAway away) {
      return Optional.empty();
    }
  }
}
