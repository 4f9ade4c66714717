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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.connector.trade.FootprintRequest;
import org.cfptrace.connector.trade.Requests;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
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

  private final Trade trade;
  private final ShownRequests requests;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

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
    this.requests = new ShownRequests(trade, company, clock);
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
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
      return new OutcomeForm(row, requests.shown(asked), null);
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
                .map(wish -> requests.today()));
    return Paging.listed(trade.requests().newestFirst(paging.wanted(), wanted), requests::shown);
  }

  @GET
  @Path("{requestId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Transactional
  @Operation(summary = "One request with its history and what may be done with it now")
  public RequestForm show(@PathParam("requestId") String requestId) {
    RequestId id = ShownRequests.id(requestId);
    return trade
        .requests()
        .find(id, RequestSide.ASKER)
        .or(() -> trade.requests().find(id, RequestSide.ANSWERER))
        .map(requests::withHistory)
        .orElseThrow(() -> Refused.notFound("request", id));
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
