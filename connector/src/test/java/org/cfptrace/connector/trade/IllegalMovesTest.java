package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RequestCancelledBody;
import org.cfptrace.envelope.RequestLinkedBody;
import org.cfptrace.envelope.RequestRejectedBody;
import org.cfptrace.envelope.RequestReminderBody;
import org.cfptrace.envelope.RequestReplyBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.ReceiveMessage;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestMoves;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A partner sends what the one table forbids, though it has seen all that was said. */
class IllegalMovesTest {
  // A place in the thread that nobody has reached: it knows everything, and so nothing has crossed.
  private static final long SEEN_ALL = 1000;

  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  /** Every move of a person that is a message, in every state in which the table has no cell. */
  static List<Arguments> forbidden() {
    List<Arguments> forbidden = new ArrayList<>();
    for (RequestMove move : RequestMove.values()) {
      boolean isMessage = move != RequestMove.ANSWER && move != RequestMove.WITHDRAW;
      for (RequestState state : RequestState.values()) {
        if (isMessage && RequestMoves.next(state, move).isEmpty()) {
          forbidden.add(arguments(move, state));
        }
      }
    }
    return forbidden;
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void isQuarantinedChangesNothingAndTheSenderIsTold(RequestMove move, RequestState state) {
    Firm sender = move.side() == RequestSide.ASKER ? parts : mill;
    Firm receiver = sender == parts ? mill : parts;
    RequestId request = broughtTo(state);
    int steps = history(receiver, request).size();
    long before = sender.lastTold();

    sender.database().inNew(() -> send(sender, receiver, request, move));
    sender.relay();

    assertThat(receiver.take()).containsExactly(ReceiveMessage.Outcome.QUARANTINED);
    world.settle();
    assertThat(receiver.stateOf(request)).isEqualTo(state);
    assertThat(sender.stateOf(request)).isEqualTo(state);
    assertThat(history(receiver, request)).hasSize(steps);
    assertThat(
            receiver
                .database()
                .sql()
                .list("select reason from quarantine", row -> row.text("reason")))
        .containsExactly("ILLEGAL_MOVE");
    assertThat(sender.toldSince(before, NotificationType.REFUSED_DELIVERY))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.partner()).contains(receiver.id());
              assertThat(told.facts()).containsEntry("reason", "ILLEGAL_MOVE");
            });
  }

  private RequestId broughtTo(RequestState state) {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    switch (state) {
      case ASKED -> {
        // It is.
      }
      case LINKED -> mill.links(request, steel);
      case ANSWERED -> {
        mill.links(request, steel);
        mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      }
      case REJECTED -> mill.rejects(request, "which grade?");
      case CANCELLED -> parts.cancels(request);
    }
    world.settle();
    assertThat(mill.stateOf(request)).isEqualTo(state);
    assertThat(parts.stateOf(request)).isEqualTo(state);
    return request;
  }

  private PostMessage.Posted send(Firm sender, Firm receiver, RequestId request, RequestMove move) {
    Said said = said(request, move);
    return sender
        .company()
        .exchange()
        .post()
        .post(
            receiver.id(),
            Way.INBOX,
            sender.trade().requests().find(request, move.side()).orElseThrow().thread(),
            said.type(),
            said.body());
  }

  private Said said(RequestId request, RequestMove move) {
    return switch (move) {
      case REMIND ->
          new Said(
              MessageType.REQUEST_REMINDER,
              new RequestReminderBody(request, Optional.of("well?"), Optional.empty(), SEEN_ALL)
                  .toJson());
      case CANCEL ->
          new Said(
              MessageType.REQUEST_CANCELLED,
              new RequestCancelledBody(request, Optional.of("not needed"), SEEN_ALL).toJson());
      case LINK ->
          new Said(
              MessageType.REQUEST_LINKED,
              new RequestLinkedBody(
                      request,
                      new LinkedProduct(steel, "coil", DeclaredUnit.KILOGRAM, Optional.empty()),
                      SEEN_ALL)
                  .toJson());
      case REPLY ->
          new Said(
              MessageType.REQUEST_REPLY,
              new RequestReplyBody(request, "in two weeks", SEEN_ALL).toJson());
      case REJECT ->
          new Said(
              MessageType.REQUEST_REJECTED,
              new RequestRejectedBody(request, "anyway", SEEN_ALL).toJson());
      case ANSWER, WITHDRAW ->
          throw new IllegalArgumentException(move + " follows from a declaration");
    };
  }

  private static List<RequestEvent> history(Firm firm, RequestId request) {
    List<RequestEvent> history =
        new ArrayList<>(firm.trade().requests().history(request, RequestSide.ASKER));
    history.addAll(firm.trade().requests().history(request, RequestSide.ANSWERER));
    return history;
  }

  private record Said(MessageType type, ObjectNode body) {}
}
