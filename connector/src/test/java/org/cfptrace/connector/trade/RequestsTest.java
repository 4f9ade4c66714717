package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RequestRejectedBody;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.ReceiveMessage;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** Requests between two companies, on both sides. */
class RequestsTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  RequestsTest() {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "2.5", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    world.settle();
  }

  @Test
  void theAmountTheProductAndOtherSuppliersAreNeverSent() {
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();

    FootprintRequest received =
        mill.trade().requests().find(request, RequestSide.ANSWERER).orElseThrow();
    assertThat(received.part().name()).isEqualTo("coil");
    assertThat(received.askedFor()).isEmpty();
    String all =
        mill.database()
            .sql()
            .list("select r::text as row from footprint_request r", row -> row.text("row"))
            .toString();
    assertThat(all).doesNotContain("2.5").doesNotContain(bracket.uuid().toString());
  }

  @Test
  void rejectedWithAReasonAndAskedAgain() {
    RequestId first = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.rejects(first, "which grade?");
    world.settle();
    assertThat(parts.stateOf(first)).isEqualTo(RequestState.REJECTED);
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("REJECTED");
    assertThat(parts.told()).contains(NotificationType.REQUEST_REJECTED);

    RequestId second = parts.asks(mill, bracket, "coil");
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("ASKED");
    assertThat(
            mill.trade()
                .requests()
                .find(second, RequestSide.ANSWERER)
                .flatMap(FootprintRequest::askedBefore))
        .contains(first);
    mill.links(second, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    // 2.5 × 3 + 5 = 12.5
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12.5"));
  }

  @Test
  void aReplyChangesNothingButIsHeard() {
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.replies(request, "in two weeks");
    world.settle();

    assertThat(parts.stateOf(request)).isEqualTo(RequestState.ASKED);
    assertThat(
            parts
                .trade()
                .requests()
                .find(request, RequestSide.ASKER)
                .flatMap(FootprintRequest::reply))
        .contains("in two weeks");
    assertThat(parts.told()).contains(NotificationType.REQUEST_REPLY);
  }

  @Test
  void aCancelledLinkIsNoSourceAnyMoreAndNothingFollowsFromIt() {
    RequestId request = answered();
    parts.cancels(request);
    world.settle();

    assertThat(mill.stateOf(request)).isEqualTo(RequestState.CANCELLED);
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("UNUSABLE(NO_SOURCE)");
    mill.emits(steel, "4");
    world.settle();
    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(1);
    assertThat(mill.told()).contains(NotificationType.REQUEST_CANCELLED);
  }

  @Test
  void anIllegalMoveNamesTheStateAndWhatItAllows() {
    RequestId request = answered();

    assertThatThrownBy(() -> mill.rejects(request, "too late"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.ILLEGAL_MOVE);
              assertThat(refused.errors().get(0).code()).isEqualTo("ANSWERED");
              assertThat(refused.errors().get(0).message()).isEqualTo("possible: REPLY");
            });
  }

  @Test
  void anotherCompaniesRequestDoesNotExistForAPartner() {
    Firm stranger = world.firm("Kita Parts");
    stranger.becomePartnerOf(parts);
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    stranger
        .database()
        .inNew(
            () ->
                stranger
                    .company()
                    .exchange()
                    .post()
                    .post(
                        parts.id(),
                        Way.INBOX,
                        "some-thread",
                        MessageType.REQUEST_REJECTED,
                        new RequestRejectedBody(request, "mine", 0).toJson()));
    stranger.relay();

    assertThat(parts.take()).contains(ReceiveMessage.Outcome.QUARANTINED);
    assertThat(parts.stateOf(request)).isEqualTo(RequestState.ASKED);
  }

  @Test
  void kilogramsAreNotLinkedToPiecesWithoutAMass() {
    TraceId coilsInPieces = mill.makes("coil, whole", DeclaredUnit.PIECE);
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();

    assertThatThrownBy(() -> mill.links(request, coilsInPieces))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.UNIT_MISMATCH);
              assertThat(refused.detail()).contains("kilogram").contains("piece");
            });
    assertThat(mill.stateOf(request)).isEqualTo(RequestState.ASKED);
  }

  @Test
  void piecesAreLinkedToKilogramsThroughTheMassOfAPiece() {
    TraceId frame = parts.makes("frame", DeclaredUnit.PIECE);
    parts.buys(frame, "coil", "4", DeclaredUnit.KILOGRAM);
    parts.emits(frame, "5");
    TraceId wholeCoil = mill.makes("coil, whole", DeclaredUnit.PIECE);
    mill.weighs(wholeCoil, "2.5");
    mill.emits(wholeCoil, "10");
    RequestId request = parts.asks(mill, frame, "coil");
    world.settle();

    mill.links(request, wholeCoil);
    mill.releases(parts, wholeCoil, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();

    FootprintRequest asked =
        parts.trade().requests().find(request, RequestSide.ASKER).orElseThrow();
    assertThat(asked.state()).isEqualTo(RequestState.ANSWERED);
    assertThat(asked.part().unit()).isEqualTo(DeclaredUnit.KILOGRAM);
    assertThat(asked.linked().orElseThrow().unit()).isEqualTo(DeclaredUnit.PIECE);
    assertThat(asked.linked().orElseThrow().massPerUnit()).contains(MassPerUnit.of("2.5"));
    assertThat(parts.lineState(frame, "coil")).isEqualTo("OK");
    // 4 kg are 4 ÷ 2.5 = 1.6 pieces of 10 kg CO2e each: 16, and 5 of its own.
    assertThat(parts.total(frame)).isEqualTo(KgCo2e.of("21"));
    assertThat(parts.isComplete(frame)).isTrue();
  }

  @Test
  void nobodyIsAskedTwiceAndNeverForMoreThanTheWhole() {
    Firm other = world.firm("Kita Steel");
    other.becomePartnerOf(parts);
    parts.asks(mill, bracket, "coil", Share.of("0.3"), Optional.empty());

    assertThatThrownBy(() -> parts.asks(mill, bracket, "coil"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT));
    assertThatThrownBy(() -> parts.asks(other, bracket, "coil", Share.of("0.71"), Optional.empty()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.errors().get(0).code()).isEqualTo("SHARES_ABOVE_ONE"));
    parts.asks(other, bracket, "coil", Share.of("0.7"), Optional.empty());
  }

  @Test
  void twoSourcesShareALineAndTheOneThatIsMissingShows() {
    Firm other = world.firm("Kita Steel");
    TraceId otherSteel = other.makes("coil K", DeclaredUnit.KILOGRAM);
    other.emits(otherSteel, "4");
    other.becomePartnerOf(parts);
    RequestId first = parts.asks(mill, bracket, "coil", Share.of("0.3"), Optional.empty());
    RequestId second = parts.asks(other, bracket, "coil", Share.of("0.7"), Optional.empty());
    world.settle();
    mill.links(first, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();

    assertThat(parts.lineState(bracket, "coil")).isEqualTo("ASKED");
    // 2.5 × 0.3 × 3 + 5 = 7.25, and seven tenths of the coil are missing.
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("7.25"));
    assertThat(parts.isComplete(bracket)).isFalse();

    other.links(second, otherSteel);
    other.releases(parts, otherSteel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    // 2.5 × (0.3 × 3 + 0.7 × 4) + 5 = 14.25
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("14.25"));
    assertThat(parts.isComplete(bracket)).isTrue();
  }

  @Test
  void anOverdueRequestIsToldOnceOnBothSides() {
    RequestId request =
        parts.asks(mill, bracket, "coil", Share.ALL, Optional.of(LocalDate.parse("2026-11-24")));
    world.settle();
    world.clock().advance(Duration.ofDays(2));

    tellWhatIsDue();
    tellWhatIsDue();
    for (Firm firm : List.of(mill, parts)) {
      assertThat(
              firm.told().stream().filter(type -> type == NotificationType.REQUEST_OVERDUE).count())
          .as(firm.name())
          .isEqualTo(1);
    }
    assertThat(parts.stateOf(request)).isEqualTo(RequestState.ASKED);
  }

  @Test
  void onTheDueDayItselfNothingIsOverdueYet() {
    parts.asks(mill, bracket, "coil", Share.ALL, Optional.of(LocalDate.parse("2026-11-24")));
    world.settle();

    // It is 9 o'clock on the 23rd; this is the last minute of the 24th.
    world.clock().advance(Duration.ofHours(38).plusMinutes(59));
    tellWhatIsDue();
    for (Firm firm : List.of(mill, parts)) {
      assertThat(firm.told()).as(firm.name()).doesNotContain(NotificationType.REQUEST_OVERDUE);
    }

    world.clock().advance(Duration.ofMinutes(1));
    tellWhatIsDue();
    for (Firm firm : List.of(mill, parts)) {
      assertThat(firm.toldSince(0, NotificationType.REQUEST_OVERDUE))
          .as(firm.name())
          .singleElement()
          .satisfies(told -> assertThat(told.facts()).containsEntry("due", "2026-11-24"));
    }
  }

  @Test
  void aReminderIsHeardByTheSupplierAndMovesTheDueDayOnBothSides() {
    LocalDate later = LocalDate.parse("2026-11-27");
    RequestId request =
        parts.asks(mill, bracket, "coil", Share.ALL, Optional.of(LocalDate.parse("2026-11-24")));
    world.settle();

    parts.reminds(request, "we still wait", Optional.of(later));
    world.settle();

    assertThat(mill.toldSince(0, NotificationType.REQUEST_REMINDED))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.partner()).contains(parts.id());
              assertThat(told.requestId()).contains(request.toString());
              assertThat(told.facts())
                  .containsEntry("part", "coil")
                  .containsEntry("message", "we still wait");
            });
    assertThat(parts.told()).doesNotContain(NotificationType.REQUEST_REMINDED);
    for (RequestSide side : RequestSide.values()) {
      Firm firm = side == RequestSide.ASKER ? parts : mill;
      FootprintRequest reminded = firm.trade().requests().find(request, side).orElseThrow();
      assertThat(reminded.due()).as(firm.name()).contains(later);
      assertThat(reminded.state()).as(firm.name()).isEqualTo(RequestState.ASKED);
      assertThat(firm.trade().requests().history(request, side))
          .extracting(RequestEvent::move)
          .containsExactly("ASK", "REMIND");
    }

    // The day that was named first passes without a word, the new one does not.
    world.clock().advance(Duration.ofDays(4));
    tellWhatIsDue();
    for (Firm firm : List.of(mill, parts)) {
      assertThat(firm.told()).as(firm.name()).doesNotContain(NotificationType.REQUEST_OVERDUE);
    }
    world.clock().advance(Duration.ofDays(1));
    tellWhatIsDue();
    for (Firm firm : List.of(mill, parts)) {
      assertThat(firm.told()).as(firm.name()).contains(NotificationType.REQUEST_OVERDUE);
    }
  }

  @Test
  void aReminderThatNamesNoDayLeavesTheOneThereWas() {
    LocalDate due = LocalDate.parse("2026-11-24");
    RequestId request = parts.asks(mill, bracket, "coil", Share.ALL, Optional.of(due));
    world.settle();
    mill.links(request, steel);
    world.settle();

    parts.reminds(request, "and the figure?", Optional.empty());
    world.settle();

    assertThat(mill.told()).contains(NotificationType.REQUEST_REMINDED);
    FootprintRequest reminded =
        mill.trade().requests().find(request, RequestSide.ANSWERER).orElseThrow();
    assertThat(reminded.due()).contains(due);
    assertThat(reminded.state()).isEqualTo(RequestState.LINKED);
  }

  @Test
  void withheldShowsAndComesBackWithoutTheReceiver() {
    RequestId request = answered();

    mill.releases(parts, steel, RedeclareRule.AUTOMATIC);
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("WITHHELD");
    assertThat(parts.isComplete(bracket)).isFalse();
    assertThat(parts.stateOf(request)).isEqualTo(RequestState.LINKED);
    assertThat(mill.stateOf(request)).isEqualTo(RequestState.LINKED);
    assertThat(parts.told()).contains(NotificationType.WITHHELD);

    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("OK");
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12.5"));
    assertThat(parts.stateOf(request)).isEqualTo(RequestState.ANSWERED);
    assertThat(mill.stateOf(request)).isEqualTo(RequestState.ANSWERED);
    assertThat(parts.told()).contains(NotificationType.RELEASED);
  }

  @Test
  void whatIsOpenedLaterIsShownOfTheSameDeclaration() {
    answered();
    assertThat(parts.company().received().of(mill.id(), steel).get(0).quality()).isEmpty();

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    world.settle();

    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(1);
    assertThat(parts.company().received().of(mill.id(), steel).get(0).quality()).isPresent();
  }

  @Test
  void theHistoryTellsWhoDidWhatOnBothSides() {
    RequestId request = answered();

    assertThat(
            parts.trade().requests().history(request, RequestSide.ASKER).stream()
                .map(RequestEvent::move))
        .containsExactly("ASK", "LINK", "ANSWER");
    assertThat(
            mill.trade().requests().history(request, RequestSide.ANSWERER).stream()
                .map(event -> event.move() + " " + event.by() + " " + event.who().orElse("-")))
        .containsExactly("ASK ASKER -", "LINK ANSWERER clerk", "ANSWER ANSWERER -");
  }

  @Test
  void anUnknownLineOrProductOrPartnerIsNotFound() {
    assertThatThrownBy(() -> parts.asks(mill, bracket, "bolt"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
    assertThatThrownBy(() -> parts.asks(mill, TraceId.random(), "coil"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
    assertThatThrownBy(() -> parts.asks(world.firm("Nobody"), bracket, "coil"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  private void tellWhatIsDue() {
    for (Firm firm : List.of(mill, parts)) {
      firm.database().inNew(() -> firm.trade().tellWhatIsDue());
    }
  }

  private RequestId answered() {
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(request, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12.5"));
    return request;
  }
}
