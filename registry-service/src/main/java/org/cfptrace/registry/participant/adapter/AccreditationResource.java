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
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.registry.participant.Accreditations;
import org.cfptrace.registry.participant.Accrediting;
import org.cfptrace.registry.wiring.BrokerNudge;
import org.cfptrace.registry.wiring.http.Body;
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

/** The operator's doors to accreditations. */
@Path("/api/v1")
@Tag(name = "Accreditations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccreditationResource {
  private final Accrediting accrediting;
  private final Accreditations accreditations;
  private final OperatorWrites operator;
  private final BrokerNudge nudge;

  AccreditationResource(
      Accrediting accrediting,
      Accreditations accreditations,
      OperatorWrites operator,
      BrokerNudge nudge) {
    this.accrediting = accrediting;
    this.accreditations = accreditations;
    this.operator = operator;
    this.nudge = nudge;
  }

  /** For what an operator may accredit somebody. */
  public enum Scope {
    /** To audit footprints. */
    CFP_AUDIT
  }

  /** An accreditation, asked for or granted. */
  @Schema(name = "Accreditation")
  public record AccreditationJson(
      String participantId, List<String> scope, Instant from, Instant until) {
    static AccreditationJson of(String shortId, Accreditation granted) {
      return new AccreditationJson(shortId, granted.scope(), granted.from(), granted.until());
    }
  }

  private record Wanted(String shortId, Accreditation accreditation) {}

  @POST
  @Path("/accreditations")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(
      summary =
          "Accredit a participant; what it had before is replaced, or prolonged by a later from. 参加者を認定する。")
  public Response grant(
      @RequestBody(content = @Content(schema = @Schema(implementation = AccreditationJson.class)))
          byte[] body) {
    var wanted = wanted(body);
    var response =
        operator.once(
            body,
            who ->
                Answer.created(
                    AccreditationJson.of(
                        wanted.shortId(),
                        accrediting.grant(wanted.shortId(), wanted.accreditation(), who))));
    nudge.bring(wanted.shortId());
    return response;
  }

  @DELETE
  @Path("/accreditations/{participantId}")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Operation(summary = "End an accreditation now. 認定を終了する。")
  public Response end(
      @RestPath String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonJson.class)))
          byte[] body) {
    var response =
        operator.onceFor(
            body,
            (who, reason) ->
                Answer.ok(
                    AccreditationJson.of(
                        participantId, accrediting.end(participantId, reason, who))));
    nudge.bring(participantId);
    return response;
  }

  @GET
  @Path("/accreditations")
  @RolesAllowed("operator")
  @SecurityRequirement(name = "operator")
  @Transactional
  @Operation(summary = "All accreditations ever granted. 認定の一覧。")
  public Page<AccreditationJson> list(
      @RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
    return accreditations
        .list(Paging.of(limit, after))
        .map(granted -> AccreditationJson.of(granted.shortId(), granted.accreditation()));
  }

  private static Wanted wanted(byte[] bytes) {
    var body = Body.of(bytes);
    var shortId = body.text("participantId", 16);
    var scope = body.names("scope", Scope.class).stream().map(Enum::name).toList();
    var from = instant(body, "from");
    var until = instant(body, "until");
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      body.fault("until", "NOT_AFTER_FROM", "expected a time after from");
    }
    body.end();
    return new Wanted(shortId, new Accreditation(scope, from.orElseThrow(), until.orElseThrow()));
  }

  private static Optional<Instant> instant(Body body, String name) {
    return body.required(name, 40, "BAD_TIME", AccreditationResource::instant);
  }

  private static Instant instant(String text) {
    try {
      // Signed entries speak of whole seconds.
      return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected a time like 2027-01-01T00:00:00Z", e);
    }
  }
}
