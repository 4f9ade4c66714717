package org.cfptrace.connector.notify.adapter;

import io.quarkus.runtime.Application;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Problems;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What people are told: as a list, and as it happens. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications", description = "What people are told, in a list and as it happens")
public class NotificationResource {
  private static final Duration LONGEST_STREAM = Duration.ofHours(1);

  private final Notifications notifications;
  private final NotificationStream stream;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;
  private final SecurityIdentity identity;
  private final Clock clock;

  NotificationResource(
      Notifications notifications,
      Transactions transactions,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller,
      SecurityIdentity identity,
      Clock clock) {
    this.notifications = notifications;
    this.stream =
        new NotificationStream(
            notifications,
            transactions,
            clock,
            NotificationStream.Pace.USUAL,
            NotificationResource::isServing);
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
    this.identity = identity;
    this.clock = clock;
  }

  /** A page, and how many nobody has read. */
  @Schema(name = "ListedNotifications")
  record ListedNotifications(
      List<NotificationForm> items,
      @Nullable String next,
      @Schema(description = "how many nobody has read, of all there are") long unread) {}

  @GET
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.AUDITOR,
    Roles.DISCLOSURE_OFFICER
  })
  @Operation(summary = "What people were told, newest first")
  public ListedNotifications list(
      @Parameter(description = "only these") @QueryParam("type") @Nullable String type,
      @Parameter(description = "true: what nobody has read; false: what somebody has")
          @QueryParam("unread")
          @Nullable String unread,
      @Parameter(description = "only what is about this partner; short id or full identifier")
          @QueryParam("partnerId")
          @Nullable String partnerId,
      @Context HttpHeaders headers) {
    Notifications.Filter filter =
        new Notifications.Filter(
            Optional.ofNullable(type).map(NotificationResource::type),
            Optional.ofNullable(unread).map(NotificationResource::flag),
            Optional.ofNullable(partnerId).map(this::partner));
    boolean japanese = Problems.wantsJapanese(headers);
    Paging.Listed<NotificationForm> page =
        Paging.listed(
            notifications.newestFirst(paging.wanted(), filter),
            notification -> NotificationForm.of(notification, japanese));
    return new ListedNotifications(page.items(), page.next(), notifications.unread());
  }

  @POST
  @Path("{number}/reading")
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.DISCLOSURE_OFFICER
  })
  @Operation(summary = "Say that a person has read it; the first reader is kept")
  public Response read(@PathParam("number") long number) {
    return writes.once(
        () -> {
          if (notifications.read(number, caller.name(), clock.instant())) {
            journal.note("notification.read", Long.toString(number));
          } else if (notifications.find(number).isEmpty()) {
            throw Refused.notFound("notification", number);
          }
          // Of two colleagues who read it at the same moment, the second has done nothing wrong.
          return Answer.done();
        });
  }

  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.AUDITOR,
    Roles.DISCLOSURE_OFFICER
  })
  @Operation(
      summary = "What people are told, as it happens (server-sent events)",
      description =
          "Each event has the notification's number as its id, the type as its name, and as its"
              + " data the same JSON as an item of the list. A comment comes when the stream is"
              + " open, and after 15 seconds of silence. The stream ends with the caller's token;"
              + " come back with Last-Event-ID, and nothing is missed. Without a number it begins"
              + " with what is told from now on.")
  @APIResponse(
      responseCode = "200",
      description = "the stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = NotificationForm.class)))
  @APIResponse(responseCode = "503", description = "too many listen already")
  public Multi<OutboundSseEvent> stream(
      @Parameter(description = "the number of the last notification heard")
          @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
          @Nullable String lastEventId,
      @Parameter(description = "the same, for the first call; Last-Event-ID goes before it")
          @QueryParam("after")
          @Nullable String after,
      @Context HttpHeaders headers,
      @Context Sse sse) {
    OptionalLong heardBefore =
        lastEventId == null
            ? number("\"after\"", after)
            : number(HttpHeaders.LAST_EVENT_ID_HEADER, lastEventId);
    boolean japanese = Problems.wantsJapanese(headers);
    return stream
        .open(heardBefore, until())
        .onItem()
        .transform(
            heard ->
                heard
                    .notification()
                    .map(notification -> event(sse, notification, japanese))
                    .orElseGet(() -> silence(sse, heard.upTo())));
  }

  private static OutboundSseEvent event(Sse sse, Notification notification, boolean japanese) {
    return sse.newEventBuilder()
        .id(Long.toString(notification.number()))
        .name(notification.type().name())
        .data(NotificationForm.class, NotificationForm.of(notification, japanese))
        .build();
  }

  /** With its id, a listener that has heard nothing yet knows where to go on as well. */
  private static OutboundSseEvent silence(Sse sse, long upTo) {
    return sse.newEventBuilder().id(Long.toString(upTo)).comment("listening").build();
  }

  /** A stream must not outlive the right to hear it: it ends with the token, or after an hour. */
  private Instant until() {
    Instant latest = clock.instant().plus(LONGEST_STREAM);
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0) {
      Instant expiry = Instant.ofEpochSecond(token.getExpirationTime());
      return expiry.isBefore(latest) ? expiry : latest;
    }
    return latest;
  }

  /**
   * False as soon as a stop begins: the server then waits for open requests before it tells the
   * beans, so waiting for their shutdown event would hold the stop up.
   */
  private static boolean isServing() {
    Application application = Application.currentApplication();
    return application != null && application.isStarted();
  }

  private static NotificationType type(String text) {
    try {
      return NotificationType.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER,
          "\"type\" is one of " + Arrays.toString(NotificationType.values()));
    }
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"unread\" is true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private ParticipantId partner(String text) {
    try {
      return names.read(text);
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"partnerId\" is a short id or a full identifier");
    }
  }

  private static OptionalLong number(String name, @Nullable String text) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, name + " is the number of a notification");
    }
    return OptionalLong.of(Long.parseLong(text));
  }
}
