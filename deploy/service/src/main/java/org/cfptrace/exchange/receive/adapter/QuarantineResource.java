package org.cfptrace.exchange.receive.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Quarantined;
import org.cfptrace.exchange.receive.ReceiveMessage;
import org.cfptrace.exchange.wiring.Exchange;
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

/** The messages that were not applied, and another attempt at one of them. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Path("/api/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "quarantine", description = "Messages that were not applied, with the reason of each")
public class QuarantineResource {
  private final Exchange exchange;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;

  QuarantineResource(Exchange exchange, Journal journal, Writes writes, Paging paging) {
    this.exchange = exchange;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
  }

  /** A message on the wire; its content is not shown. */
  @Schema(name = "QuarantinedMessage")
  record QuarantinedForm(
      UUID id,
      Quarantined.State state,
      @Schema(description = "the topic it came over") Way way,
      String reason,
      String detail,
      @Schema(description = "who has signed it, if that could be made sure")
          @Nullable String sender,
      @Nullable String messageId,
      @Nullable String thread,
      @Nullable Long seq,
      int bytes,
      int attempts,
      Instant receivedAt) {

    static QuarantinedForm of(Quarantined message) {
      return new QuarantinedForm(
          message.id(),
          message.state(),
          message.way(),
          message.reason(),
          message.detail(),
          message.origin().map(origin -> origin.issuer().did()).orElse(null),
          message.origin().map(origin -> origin.jti()).orElse(null),
          message.origin().map(origin -> origin.thread()).orElse(null),
          message.origin().map(origin -> origin.seq()).orElse(null),
          message.envelope().bytes().length,
          message.attempts(),
          message.receivedAt());
    }
  }

  /** What came of another attempt. */
  @Schema(name = "Replay")
  record ReplayForm(UUID id, ReceiveMessage.Outcome outcome) {}

  @GET
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.AUDITOR})
  @Operation(summary = "What was not applied, oldest first")
  public Paging.Listed<QuarantinedForm> list() {
    return Paging.listed(exchange.quarantine().list(paging.wanted()), QuarantinedForm::of);
  }

  @POST
  @Path("{id}/replay")
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "Try a message once more")
  public Response replay(@PathParam("id") UUID id) {
    return writes.once(
        () -> {
          Quarantined message =
              exchange
                  .quarantine()
                  .find(id)
                  .filter(found -> found.state() != Quarantined.State.RESOLVED)
                  .orElseThrow(() -> Refused.notFound("message in quarantine", id));
          ReceiveMessage.Outcome outcome = exchange.receive().again(message);
          journal.note("quarantine.replayed", id.toString());
          return Answer.ok(new ReplayForm(id, outcome));
        });
  }
}
