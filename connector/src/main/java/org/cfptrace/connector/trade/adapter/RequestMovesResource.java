package org.cfptrace.connector.trade.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cfptrace.connector.trade.FootprintRequest;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.envelope.FootprintRequestBody;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.cfptrace.trade.RequestId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people do with a request: those who have sent it, and those who were asked. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "Ask, link, reply, reject, remind, cancel (CFP算出依頼)")
public class RequestMovesResource {
  private static final int LONGEST = FootprintRequestBody.LONGEST_MESSAGE;

  private final Trade trade;
  private final ShownRequests requests;
  private final Journal journal;
  private final Writes writes;
  private final Caller caller;

  RequestMovesResource(
      Trade trade,
      CompanyExchange company,
      Journal journal,
      Writes writes,
      Caller caller,
      Clock clock) {
    this.trade = trade;
    this.requests = new ShownRequests(trade, company, clock);
    this.journal = journal;
    this.writes = writes;
    this.caller = caller;
  }

  /** Which product of ours the part is. */
  @Schema(name = "Link")
  record LinkForm(@Schema(required = true) String traceId) {}

  /** Why. */
  @Schema(name = "RequestReason")
  record ReasonForm(@Schema(required = true, maxLength = 1000) String reason) {}

  /** Perhaps why. */
  @Schema(name = "RequestCancellation")
  record CancellationForm(@Schema(maxLength = 1000) @Nullable String reason) {}

  /** Words. */
  @Schema(name = "RequestReply")
  record ReplyForm(@Schema(required = true, maxLength = 1000) String message) {}

  /** Words and perhaps another day. */
  @Schema(name = "RequestReminder")
  record ReminderForm(
      @Schema(maxLength = 1000) @Nullable String message, @Nullable LocalDate due) {}

  @POST
  @Path("{requestId}/link")
  @RolesAllowed(Roles.SUPPLIER)
  @Operation(
      summary = "Say which product of ours the part is (紐付け)",
      description =
          "Its unit must be the one asked for, or lead to it through a mass. The figure itself goes"
              + " out once an approver has released it.")
  @APIResponse(
      responseCode = "200",
      description = "linked",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response link(
      @PathParam("requestId") String requestId,
      @RequestBody(content = @Content(schema = @Schema(implementation = LinkForm.class)))
          Body body) {
    return move(
        requestId,
        body,
        "request.linked",
        fields -> fields.requiredValue("traceId", TraceId::of),
        (id, product) -> trade.answer().link(id, product.orElseThrow(), caller.name()));
  }

  @POST
  @Path("{requestId}/reply")
  @RolesAllowed(Roles.SUPPLIER)
  @Operation(summary = "Answer in words without rejecting (応答メッセージ)")
  @APIResponse(
      responseCode = "200",
      description = "sent",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response reply(
      @PathParam("requestId") String requestId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReplyForm.class)))
          Body body) {
    return move(
        requestId,
        body,
        "request.replied",
        fields -> fields.requiredText("message", LONGEST),
        (id, words) -> trade.answer().reply(id, words.orElseThrow(), caller.name()));
  }

  @POST
  @Path("{requestId}/reject")
  @RolesAllowed(Roles.SUPPLIER)
  @Operation(summary = "Send it back with a reason (差戻し)")
  @APIResponse(
      responseCode = "200",
      description = "rejected",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response reject(
      @PathParam("requestId") String requestId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
          Body body) {
    return move(
        requestId,
        body,
        "request.rejected",
        fields -> fields.requiredText("reason", LONGEST),
        (id, reason) -> trade.answer().reject(id, reason.orElseThrow(), caller.name()));
  }

  @POST
  @Path("{requestId}/cancel")
  @RolesAllowed({Roles.SUPPLIER, Roles.ANALYST})
  @Operation(summary = "Take a request of ours back (取消)")
  @APIResponse(
      responseCode = "200",
      description = "cancelled",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response cancel(
      @PathParam("requestId") String requestId,
      @RequestBody(content = @Content(schema = @Schema(implementation = CancellationForm.class)))
          Body body) {
    return move(
        requestId,
        body,
        "request.cancelled",
        fields -> fields.text("reason", LONGEST).filter(text -> !text.isBlank()),
        (id, reason) -> trade.follow().cancel(id, reason, caller.name()));
  }

  @POST
  @Path("{requestId}/remind")
  @RolesAllowed({Roles.SUPPLIER, Roles.ANALYST})
  @Operation(summary = "Ask once more for the answer, perhaps by another day (督促)")
  @APIResponse(
      responseCode = "200",
      description = "reminded",
      content = @Content(schema = @Schema(implementation = RequestForm.class)))
  public Response remind(
      @PathParam("requestId") String requestId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReminderForm.class)))
          Body body) {
    return move(
        requestId,
        body,
        "request.reminded",
        fields ->
            new Reminder(
                fields.text("message", LONGEST).filter(text -> !text.isBlank()),
                fields.date("due")),
        (id, reminder) ->
            trade.follow().remind(id, reminder.words(), reminder.due(), caller.name()));
  }

  private record Reminder(Optional<String> words, Optional<LocalDate> due) {}

  private <T> Response move(
      String requestId,
      Body body,
      String noted,
      Function<Fields, T> form,
      BiFunction<RequestId, T, FootprintRequest> work) {
    return writes.once(
        body,
        () -> {
          RequestId id = ShownRequests.id(requestId);
          FieldErrors errors = new FieldErrors();
          Fields fields = body.fields(errors);
          T read = form.apply(fields);
          fields.refuseOthers();
          errors.refuseIfAny();
          FootprintRequest moved = work.apply(id, read);
          journal.note(noted, id.toString());
          return Answer.ok(requests.withHistory(moved));
        });
  }
}
