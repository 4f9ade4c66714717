package org.cfptrace.registry.participant.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.registry.limit.adapter.PublicDoor;
import org.cfptrace.registry.participant.Admission;
import org.cfptrace.registry.participant.Application;
import org.cfptrace.registry.participant.Application.State;
import org.cfptrace.registry.participant.Applications;
import org.cfptrace.registry.wiring.http.Body;
import org.cfptrace.registry.wiring.http.Paging;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The doors of admission. */
@Path("/api/v1")
@Tag(name = "Admission")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationResource {
  private final Admission admission;
  private final Applications applications;
  private final Writes writes;
  private final OperatorWrites operator;

  ApplicationResource(
      Admission admission, Applications applications, Writes writes, OperatorWrites operator) {
    this.admission = admission;
    this.applications = applications;
    this.writes = writes;
    this.operator = operator;
  }

  /** An application was taken. */
  @Schema(name = "SubmittedApplication")
  public record Submitted(UUID applicationId, State state) {}

  /** An application as operators see it. */
  @Schema(name = "Application")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ApplicationJson(
      UUID applicationId,
      State state,
      CompanyJson company,
      Instant submittedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String participantId,
      @Nullable String refusalReason) {
    static ApplicationJson of(Application application) {
      var decision = application.decision();
      return new ApplicationJson(
          application.id(),
          application.state(),
          CompanyJson.of(application.company()),
          application.submittedAt(),
          decision.map(Application.Decision::operator).orElse(null),
          decision.map(Application.Decision::at).orElse(null),
          decision.flatMap(Application.Decision::participant).orElse(null),
          decision.flatMap(Application.Decision::reason).orElse(null));
    }
  }

  @POST
  @Path("/applications")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.ARRIVAL)
  @Operation(summary = "A company applies to take part. 事業者が参加を申請する。")
  public Response apply(
      @RequestBody(content = @Content(schema = @Schema(implementation = CompanyJson.class)))
          byte[] body) {
    return writes.once(
        "anonymous",
        body,
        () -> {
          var application = admission.apply(CompanyBody.read(Body.of(body)));
          return Answer.created(new Submitted(application.id(), application.state()));
        });
  }

  @GET
  @Path("/applications")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Transactional
  @Operation(summary = "Applications in order of arrival. 申請の一覧。")
  public Page<ApplicationJson> list(
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String after,
      @RestQuery @Nullable String limit) {
    return applications
        .list(Optional.ofNullable(state).map(ApplicationResource::state), Paging.of(limit, after))
        .map(ApplicationJson::of);
  }

  @GET
  @Path("/applications/{id}")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Transactional
  @Operation(summary = "One application. 申請の詳細。")
  public ApplicationJson find(@RestPath String id) {
    return applications
        .find(uuid(id))
        .map(ApplicationJson::of)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no application of this id"));
  }

  @POST
  @Path("/applications/{id}/approval")
  // Nothing to read, so no content type to insist on.
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(summary = "Approve: the company gets its name and a one-time enrolment code. 申請を承認する。")
  public Response approve(@RestPath String id, byte @Nullable [] body) {
    return operator.once(body, who -> Answer.ok(ApprovalJson.of(admission.approve(uuid(id), who))));
  }

  @POST
  @Path("/applications/{id}/refusal")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(summary = "Refuse with a reason. 理由を付けて申請を却下する。")
  public Response refuse(
      @RestPath String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonJson.class)))
          byte[] body) {
    return operator.onceFor(
        body,
        (who, reason) -> Answer.ok(ApplicationJson.of(admission.refuse(uuid(id), reason, who))));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Refused(ProblemCode.NOT_FOUND, "no application of this id");
    }
  }

  private static State state(String name) {
    try {
      return State.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "state is SUBMITTED, APPROVED or REFUSED");
    }
  }
}
