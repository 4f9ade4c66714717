package org.cfptrace.connector.trade.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.trade.FootprintRequest;
import org.cfptrace.connector.trade.Requests;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.envelope.FootprintRequestBody;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests for footprints, sent and received. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "Ask, link, reply, reject, remind, cancel (CFP算出依頼)")
public class RequestResource {
  private static final int MOST_AT_ONCE = 100;
  private static final int LONGEST = FootprintRequestBody.LONGEST_MESSAGE;

  private final Trade trade;
  private final CompanyExchange company;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;
  private final Clock clock;

  RequestResource(
      Trade trade,
      CompanyExchange company,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller,
      Clock clock) {
    this.trade = trade;
    this.company = company;
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
    this.clock = clock;
  }

  /** Requests to be sent. */
  @Schema(name = "Questions")
  record QuestionsForm(
      @Schema(required = true, description = "1 to 100; each has an outcome of its own")
          List<QuestionForm> requests) {}

  /** What became of one of several. */
  @Schema(name = "QuestionOutcome")
  record OutcomeForm(
      @Schema(description = "its place among those sent, from 0") int row,
      @Schema(description = "the request, where it was sent") @Nullable RequestForm request,
      @Schema(description = "why it was not sent") @Nullable FailureForm problem) {}

  /** Why a row was refused. */
  @Schema(name = "QuestionProblem")
  record FailureForm(ProblemCode code, String detail, List<FieldError> errors) {}

  /** What became of all. */
  @Schema(name = "QuestionOutcomes")
  record OutcomesForm(int sent, int refused, List<OutcomeForm> outcomes) {}

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
  @RolesAllowed({Roles.SUPPLIER, Roles.ANALYST})
  @Operation(
      summary = "Ask partners for the footprints of parts we buy",
      description =
          "Up to 100 at once. Each row is sent or refused by itself; the answer says which. The"
              + " amount used, the product it goes into and the other suppliers are never sent.")
  @APIResponse(
      responseCode = "200",
      description = "what became of each row",
      content = @Content(schema = @Schema(implementation = OutcomesForm.class)))
  public Response ask(
      @RequestBody(content = @Content(schema = @Schema(implementation = QuestionsForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          FieldErrors errors = new FieldErrors();
          Fields fields = body.fields(errors);
          List<Fields> rows = fields.requiredObjects("requests", MOST_AT_ONCE);
          fields.refuseOthers();
          fields.holds(
              "requests", errors.count() > 0 || !rows.isEmpty(), "EMPTY", "expected 1 to 100");
          errors.refuseIfAny();
          List<OutcomeForm> outcomes = new ArrayList<>();
          for (int i = 0; i < rows.size(); i++) {
            outcomes.add(ask(i, rows.get(i).apart()));
          }
          int sent = (int) outcomes.stream().filter(row -> row.request() != null).count();
          return Answer.ok(new OutcomesForm(sent, outcomes.size() - sent, outcomes));
        });
  }

  private OutcomeForm ask(int row, Fields fields) {
    try {
      FootprintRequest asked =
          trade.ask().ask(QuestionForm.read(fields, names::read), caller.name());
      journal.note("request.sent", asked.id().toString());
      return new OutcomeForm(row, shown(asked), null);
    } catch (Refused refused) {
      return new OutcomeForm(
          row,
          null,
          new FailureForm(
              refused.code(), refused.detail(), inRow(fields.path(), refused.errors())));
    }
  }

  /** What was found after the row was read names its fields without the row. */
  private static List<FieldError> inRow(String path, List<FieldError> errors) {
    return errors.stream()
        .map(
            error ->
                error.field().startsWith(path)
                    ? error
                    : new FieldError(path + "." + error.field(), error.code(), error.message()))
        .toList();
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "Requests sent and received, newest first")
  public Paging.Listed<RequestForm> list(
      @Parameter(description = "SENT or RECEIVED") @QueryParam("direction")
          @Nullable String direction,
      @QueryParam("state") @Nullable String state,
      @QueryParam("partnerId") @Nullable String partnerId,
      @Parameter(description = "only those sent for this product of ours") @QueryParam("traceId")
          @Nullable String traceId,
      @Parameter(description = "true: only open ones whose day is over") @QueryParam("overdue")
          @Nullable String overdue) {
    Requests.Wanted wanted =
        new Requests.Wanted(
            parameter("direction", direction, RequestForm.Direction::valueOf)
                .map(
                    way ->
                        way == RequestForm.Direction.SENT
                            ? RequestSide.ASKER
                            : RequestSide.ANSWERER),
            parameter("state", state, RequestState::valueOf),
            parameter("partnerId", partnerId, names::read),
            parameter("traceId", traceId, TraceId::of),
            parameter("overdue", overdue, RequestResource::flag)
                .filter(wish -> wish)
                .map(wish -> today()));
    return Paging.listed(trade.requests().newestFirst(paging.wanted(), wanted), this::shown);
  }

  @GET
  @Path("{requestId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(summary = "One request with its history and what may be done with it now")
  public RequestForm show(@PathParam("requestId") String requestId) {
    RequestId id = id(requestId);
    return trade
        .requests()
        .find(id, RequestSide.ASKER)
        .or(() -> trade.requests().find(id, RequestSide.ANSWERER))
        .map(this::withHistory)
        .orElseThrow(() -> Refused.notFound("request", id));
  }

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
          RequestId id = id(requestId);
          FieldErrors errors = new FieldErrors();
          Fields fields = body.fields(errors);
          T read = form.apply(fields);
          fields.refuseOthers();
          errors.refuseIfAny();
          FootprintRequest moved = work.apply(id, read);
          journal.note(noted, id.toString());
          return Answer.ok(withHistory(moved));
        });
  }

  private RequestForm shown(FootprintRequest request) {
    return RequestForm.of(request, beside(request), null);
  }

  private RequestForm withHistory(FootprintRequest request) {
    return RequestForm.of(
        request,
        beside(request),
        trade.requests().history(request.id(), request.side()).stream()
            .map(RequestForm.EventForm::of)
            .toList());
  }

  private RequestForm.Beside beside(FootprintRequest request) {
    Optional<SupplierWord.Progress> progress =
        request.side() == RequestSide.ASKER
            ? request
                .linked()
                .flatMap(
                    product -> company.words().of(request.partner(), product.traceId()).progress())
            : Optional.empty();
    return new RequestForm.Beside(
        today(),
        progress,
        company.exchange().outbox().waitingSince(request.partner(), request.thread()));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  private static RequestId id(String text) {
    return Paths.read("request", text, RequestId::of);
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("expected true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private static <T> Optional<T> parameter(
      String name, @Nullable String text, Function<String, T> reader) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, String.format(Locale.ROOT, "\"%s\" cannot be read", name));
    }
  }
}
