package org.cfptrace.aggregator.partner.adapter;

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
import org.cfptrace.aggregator.partner.Partner;
import org.cfptrace.aggregator.partner.Partners;
import org.cfptrace.aggregator.partner.Partnerships;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The companies that may send us figures. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "partners", description = "Who has knocked, and whom a person has let in")
public class PartnerResource {
  private final EnrolledParticipant me;
  private final Partners partners;
  private final Partnerships partnerships;
  private final Writes writes;
  private final Paging paging;

  PartnerResource(
      EnrolledParticipant me,
      Partners partners,
      Partnerships partnerships,
      Writes writes,
      Paging paging) {
    this.me = me;
    this.partners = partners;
    this.partnerships = partnerships;
    this.writes = writes;
    this.paging = paging;
  }

  /** Who we are. */
  public record Self(String id, String participantId, String fingerprint) {}

  @Schema(description = "What a person has compared.")
  record Acceptance(@Schema(examples = "12345 12345 …", required = true) String fingerprint) {}

  @Schema(description = "Why not.")
  record Refusal(@Schema(required = true) String reason) {}

  @GET
  @Path("participant")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "Who this aggregator is, and the fingerprint its partners compare")
  public Self self() {
    return new Self(me.id().shortId(), me.id().did(), me.fingerprint().text());
  }

  @GET
  @Path("partners")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "Who has knocked, and whom a person has let in")
  public Paging.Listed<PartnerForm> list() {
    return Paging.listed(partners.list(paging.wanted()), this::form);
  }

  @POST
  @Path("partners/{id}/acceptance")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Let a company in, after comparing its fingerprint")
  public Response accept(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = Acceptance.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<Fingerprint> compared = fields.requiredValue("fingerprint", Fingerprint::parse);
          fields.refuseOthers();
          errors.refuseIfAny();
          return Answer.ok(form(partnerships.accept(participant(id), compared.orElseThrow())));
        });
  }

  @POST
  @Path("partners/{id}/refusal")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Decline an invitation, or end a partnership")
  public Response refuse(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = Refusal.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          var fields = body.fields(errors);
          Optional<String> reason = fields.requiredText("reason", PartnerAnswerBody.LONGEST_REASON);
          fields.refuseOthers();
          errors.refuseIfAny();
          return Answer.ok(form(partnerships.refuse(participant(id), reason.orElseThrow())));
        });
  }

  private ParticipantId participant(String id) {
    try {
      return id.startsWith("did:") ? new ParticipantId(id) : me.trustAnchor().participant(id);
    } catch (IllegalArgumentException notAnId) {
      throw new Refused(ProblemCode.NOT_FOUND, "no partner of this id");
    }
  }

  private PartnerForm form(Partner partner) {
    return PartnerForm.of(partner, partnerships.fingerprintOf(partner.id()));
  }
}
