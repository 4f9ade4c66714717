package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person has to look at. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Path("/api/v1/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alarms", description = "Keys in the directory that nobody we trust vouches for")
public class AlarmResource {
  private final Exchange exchange;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  AlarmResource(
      Exchange exchange,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller,
      Clock clock) {
    this.exchange = exchange;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  /** An alarm on the wire. */
  @Schema(name = "Alarm")
  record AlarmForm(
      long number,
      AlarmKind kind,
      @Schema(description = "whose directory entry it is about") String participant,
      @Schema(description = "thumbprint of the key in question") String key,
      Instant raisedAt,
      @Nullable Instant settledAt,
      @Nullable String settledBy) {

    static AlarmForm of(Alarm alarm) {
      return new AlarmForm(
          alarm.number(),
          alarm.kind(),
          alarm.participant().did(),
          alarm.key(),
          alarm.raisedAt(),
          alarm.settledAt().orElse(null),
          alarm.settledBy().orElse(null));
    }
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
  @Operation(summary = "The alarms, newest first")
  public Paging.Listed<AlarmForm> list() {
    return Paging.listed(exchange.alarms().newestFirst(paging.wanted()), AlarmForm::of);
  }

  @POST
  @Path("{number}/settlement")
  @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
  @Operation(summary = "Say that a person has looked at it")
  public Response settle(@PathParam("number") long number) {
    return writes.once(
        () -> {
          if (!exchange.alarms().settle(number, caller.name(), clock.instant())) {
            throw Refused.notFound("open alarm", number);
          }
          journal.note("alarm.settled", Long.toString(number));
          return Answer.done();
        });
  }
}
