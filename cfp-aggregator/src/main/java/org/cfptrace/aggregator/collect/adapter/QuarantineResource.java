package org.cfptrace.aggregator.collect.adapter;

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
import org.cfptrace.aggregator.collect.Quarantine;
import org.cfptrace.aggregator.collect.ReceiveMessage;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The messages that were not applied. */
@Path("/api/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "quarantine", description = "Messages that were not applied, and why")
public class QuarantineResource {
  private final Quarantine quarantine;
  private final ReceiveMessage receive;
  private final Writes writes;
  private final Paging paging;

  QuarantineResource(Quarantine quarantine, ReceiveMessage receive, Writes writes, Paging paging) {
    this.quarantine = quarantine;
    this.receive = receive;
    this.writes = writes;
    this.paging = paging;
  }

  /** A message on the wire: why it lies here, never its bytes. */
  public record ItemForm(
      UUID id,
      Quarantine.State state,
      Way way,
      @Nullable String sender,
      String reason,
      String detail,
      Instant receivedAt,
      int attempts) {
    static ItemForm of(Quarantine.Item item) {
      return new ItemForm(
          item.id(),
          item.state(),
          item.arrival().way(),
          item.origin().map(origin -> origin.issuer().did()).orElse(null),
          item.why().reason(),
          item.why().detail(),
          item.receivedAt(),
          item.attempts());
    }
  }

  /** What became of a replayed message. */
  public record Replayed(ReceiveMessage.Outcome outcome) {}

  @GET
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "The messages that were not applied")
  public Paging.Listed<ItemForm> list() {
    return Paging.listed(quarantine.list(paging.wanted()), ItemForm::of);
  }

  @POST
  @Path("{id}/replay")
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  @Operation(summary = "Try a message once more")
  public Response replay(@PathParam("id") String id) {
    return writes.once(
        () ->
            Answer.ok(
                new Replayed(
                    receive.replay(
                        quarantine.find(uuid(id)).orElseThrow(QuarantineResource::none)))));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw none();
    }
  }

  private static Refused none() {
    return new Refused(ProblemCode.NOT_FOUND, "no quarantined message of this id");
  }
}
