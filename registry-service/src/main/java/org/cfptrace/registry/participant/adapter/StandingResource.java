package org.cfptrace.registry.participant.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.registry.participant.Admission;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.wiring.BrokerNudge;
import org.cfptrace.registry.wiring.http.Paging;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.http.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's doors to those already admitted: new codes, suspension, and the audit trail. */
@Path("/api/v1")
@Tag(name = "Standing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StandingResource {
  private final Admission admission;
  private final AuditTrail trail;
  private final OperatorWrites operator;
  private final BrokerNudge nudge;

  StandingResource(
      Admission admission, AuditTrail trail, OperatorWrites operator, BrokerNudge nudge) {
    this.admission = admission;
    this.trail = trail;
    this.operator = operator;
    this.nudge = nudge;
  }

  /** Where a participant stands now. */
  @Schema(name = "Standing")
  public record StandingJson(String participantId, DirectoryStatus status) {
    static StandingJson of(Participant participant) {
      return new StandingJson(participant.id().shortId(), participant.status());
    }
  }

  /** One line of the audit trail. */
  @Schema(name = "AuditLine")
  public record LineJson(
      long number,
      Instant at,
      String actor,
      AuditTrail.Action action,
      String subject,
      Map<String, String> facts) {
    static LineJson of(AuditTrail.Line line) {
      return new LineJson(
          line.number(), line.at(), line.actor(), line.action(), line.subject(), line.facts());
    }
  }

  @POST
  @Path("/participants/{id}/enrolment-codes")
  // Nothing to read, so no content type to insist on.
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(summary = "A new one-time code; codes given before are void. 登録コードを再発行する。")
  public Response newCode(@RestPath String id, byte @Nullable [] body) {
    return operator.once(body, who -> Answer.created(ApprovalJson.of(admission.newCode(id, who))));
  }

  @POST
  @Path("/participants/{id}/suspension")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(summary = "Suspend: all rights at the broker end at once. 参加者を停止する。")
  public Response suspend(
      @RestPath String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonJson.class)))
          byte[] body) {
    return change(id, body, admission::suspend);
  }

  @DELETE
  @Path("/participants/{id}/suspension")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(summary = "Lift a suspension. 停止を解除する。")
  public Response restore(
      @RestPath String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonJson.class)))
          byte[] body) {
    return change(id, body, admission::restore);
  }

  private interface Change {
    Participant of(String shortId, String reason, String operator);
  }

  private Response change(String id, byte[] body, Change change) {
    var response =
        operator.onceFor(
            body, (who, reason) -> Answer.ok(StandingJson.of(change.of(id, reason, who))));
    nudge.bring(id);
    return response;
  }

  @GET
  @Path("/audit-trail")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Transactional
  @Operation(summary = "Every write, by whom, to whom. 監査証跡。")
  public Page<LineJson> trail(
      @RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
    return trail.list(Paging.of(limit, after)).map(LineJson::of);
  }
}
