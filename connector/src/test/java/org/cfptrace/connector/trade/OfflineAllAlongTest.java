package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/**
 * All that can happen between companies happens while the one in the middle is down, and once more
 * in a world in which nobody is: both end alike.
 */
class OfflineAllAlongTest {
  @Test
  void whoWasDownDuringAllOfItEndsWhereItWouldHaveBeen() {
    List<String> end = new Story(true).told();

    assertThat(end)
        .containsExactly(
            // 5 of its own, 5 of the coil and 0.5 of the paint; then 10 of the car.
            "bracket 10.5 complete: coil OK, paint OK",
            "hinge 1 incomplete: pin RECALLED",
            "car 20.5 complete: bracket OK",
            "coil ANSWERED ANSWERED",
            "paint REJECTED REJECTED",
            "paint again ANSWERED ANSWERED",
            "pin LINKED LINKED",
            "bracket CANCELLED CANCELLED",
            "bracket again ANSWERED ANSWERED",
            "told of the coil [5 ACTIVE, 4 RECALLED, 3 SUPERSEDED]",
            "told of the pin [7 RECALLED]");
    assertThat(new Story(false).told()).isEqualTo(end);
  }

  /** One world with its three companies. */
  private static final class Story {
    private final World world = new World();
    private final Firm mill = world.firm("Seto Steel");
    private final Firm parts = world.firm("Naka Parts");
    private final Firm cars = world.firm("Hama Cars");
    private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
    private final TraceId colour = mill.makes("paint", DeclaredUnit.KILOGRAM);
    private final TraceId bolt = mill.makes("pin", DeclaredUnit.PIECE);
    private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);
    private final TraceId hinge = parts.makes("hinge", DeclaredUnit.PIECE);
    private final TraceId car = cars.makes("car", DeclaredUnit.PIECE);
    private final RequestId forSteel;
    private final RequestId forPaint;
    private final RequestId forPin;
    private final RequestId forBracket;
    private final boolean isPartsDown;

    Story(boolean isPartsDown) {
      this.isPartsDown = isPartsDown;
      mill.becomePartnerOf(parts);
      parts.becomePartnerOf(cars);
      parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
      parts.buys(bracket, "paint", "1", DeclaredUnit.KILOGRAM);
      parts.buys(hinge, "pin", "1", DeclaredUnit.PIECE);
      cars.buys(car, "bracket", "1", DeclaredUnit.PIECE);
      mill.emits(steel, "3");
      mill.emits(colour, "0.5");
      mill.emits(bolt, "7");
      parts.emits(bracket, "5");
      parts.emits(hinge, "1");
      cars.emits(car, "10");
      forSteel = parts.asks(mill, bracket, "coil");
      forPaint = parts.asks(mill, bracket, "paint");
      forPin = parts.asks(mill, hinge, "pin");
      forBracket = cars.asks(parts, car, "bracket");
      world.settle();
      parts.links(forBracket, bracket);
      parts.releases(cars, bracket, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      world.settle();
    }

    /** The whole story, and how it has ended. */
    List<String> told() {
      parts.isOffline(isPartsDown);
      RequestId bracketAgain = whileTheMiddleIsDown();
      parts.isOffline(false);
      world.settle();

      assertThat(parts.lineState(bracket, "paint")).isEqualTo("REJECTED");
      RequestId paintAgain = parts.asks(mill, bracket, "paint");
      nextDay();
      mill.links(paintAgain, colour);
      mill.releases(parts, colour, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      parts.links(bracketAgain, bracket);
      parts.releases(cars, bracket, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      nextDay();
      return end(paintAgain, bracketAgain);
    }

    private RequestId whileTheMiddleIsDown() {
      mill.rejects(forPaint, "which colour?");
      mill.links(forSteel, steel);
      mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      mill.links(forPin, bolt);
      mill.releases(parts, bolt, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      nextDay();
      mill.releases(parts, steel, RedeclareRule.AUTOMATIC);
      cars.cancels(forBracket);
      nextDay();
      mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
      RequestId bracketAgain = cars.asks(parts, car, "bracket");
      nextDay();
      mill.emits(steel, "4");
      nextDay();
      recallsWhatStands(steel);
      recallsWhatStands(bolt);
      nextDay();
      mill.emits(steel, "5");
      nextDay();
      assertThat(mill.waiting()).hasSize(1);
      mill.approves(mill.waiting().get(0));
      nextDay();
      assertThat(parts.company().received().of(mill.id(), steel)).hasSize(isPartsDown ? 0 : 3);
      return bracketAgain;
    }

    private void recallsWhatStands(TraceId product) {
      mill.recalls(mill.company().issued().standingCopies(product).get(0).id(), "wrong meter");
    }

    private void nextDay() {
      world.settle();
      world.clock().advance(Duration.ofDays(1));
    }

    private List<String> end(RequestId paintAgain, RequestId bracketAgain) {
      for (Firm firm : List.of(mill, parts, cars)) {
        assertThat(
                firm.database()
                    .sql()
                    .number("select count(*) from quarantine where state <> 'RESOLVED'"))
            .as(firm.name())
            .isZero();
      }
      List<String> end = new ArrayList<>();
      end.add(footprint(parts, "bracket", bracket, "coil", "paint"));
      end.add(footprint(parts, "hinge", hinge, "pin"));
      end.add(footprint(cars, "car", car, "bracket"));
      end.add("coil " + states(parts, mill, forSteel));
      end.add("paint " + states(parts, mill, forPaint));
      end.add("paint again " + states(parts, mill, paintAgain));
      end.add("pin " + states(parts, mill, forPin));
      end.add("bracket " + states(cars, parts, forBracket));
      end.add("bracket again " + states(cars, parts, bracketAgain));
      end.add("told of the coil " + declarations(steel));
      end.add("told of the pin " + declarations(bolt));
      return end;
    }

    private static String footprint(Firm firm, String name, TraceId product, String... lines) {
      List<String> states = new ArrayList<>();
      for (String line : lines) {
        states.add(line + " " + firm.lineState(product, line));
      }
      return name
          + " "
          + firm.total(product).value().toPlainString()
          + (firm.isComplete(product) ? " complete: " : " incomplete: ")
          + String.join(", ", states);
    }

    private static String states(Firm asker, Firm answerer, RequestId request) {
      return asker.stateOf(request) + " " + answerer.stateOf(request);
    }

    /** What the mill has told the parts maker of a product, the newest first, as both have it. */
    private List<String> declarations(TraceId product) {
      List<String> declarations = new ArrayList<>();
      for (ReceivedDeclaration received : parts.company().received().of(mill.id(), product)) {
        assertThat(mill.company().issued().find(received.id()).orElseThrow().standing().state())
            .isEqualTo(received.standing().state());
        KgCo2e total = received.total().orElseThrow().exclBiogenicUptake();
        declarations.add(total.value().toPlainString() + " " + received.standing().state());
      }
      return declarations;
    }
  }
}
