package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Problems;
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
@Tag(name = "alarms", description = "Keys nobody we trust vouches for, and a log that is not one")
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
      @Schema(description = "stable, for programs") AlarmKind kind,
      @Schema(description = "for people: English, or Japanese by Accept-Language") String title,
      @Schema(
              description =
                  "whose directory entry it is about, or who has shown what is in question")
          String participant,
      @Schema(
              description =
                  "thumbprint of the key in question, root of the checkpoint, or id of the declaration")
          String key,
      Instant raisedAt,
      @Nullable Instant settledAt,
      @Nullable String settledBy) {

    static AlarmForm of(Alarm alarm, boolean japanese) {
      Bilingual title = alarm.kind().meaning();
      return new AlarmForm(
          alarm.number(),
          alarm.kind(),
          japanese ? title.ja() : title.en(),
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
  public Paging.Listed<AlarmForm> list(@Context HttpHeaders headers) {
    boolean japanese = Problems.wantsJapanese(headers);
    return Paging.listed(
        exchange.alarms().newestFirst(paging.wanted()), alarm -> AlarmForm.of(alarm, japanese));
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
