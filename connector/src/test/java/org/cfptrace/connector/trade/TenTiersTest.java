package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** Ten companies in a row: what happens at the top arrives at the bottom, by itself. */
class TenTiersTest {
  /** 2.000000001 kg more, in percent of 1, 2, 3 … 10 kg, to four decimals and always up. */
  private static final List<String> MORE_BY =
      List.of(
          "200.0001",
          "100.0001",
          "66.6667",
          "50.0001",
          "40.0001",
          "33.3334",
          "28.5715",
          "25.0001",
          "22.2223",
          "20.0001");

  /** 1 kg less, in percent of 2, 3 … 10 kg. */
  private static final List<String> LESS_BY =
      List.of("50", "33.3334", "25", "20", "16.6667", "14.2858", "12.5", "11.1112", "10");

  private final World world = new World();
  private final Chain chain = new Chain(world, 10, RedeclareRule.AUTOMATIC);

  @Test
  void everyTierAddsItsOwnKilogram() {
    for (int tier = 1; tier <= 10; tier++) {
      assertThat(chain.firm(tier).total(chain.product(tier))).isEqualTo(KgCo2e.of("" + tier));
      assertThat(chain.firm(tier).isComplete(chain.product(tier))).isTrue();
    }
  }

  @Test
  void aCorrectionAtTheTopFollowsThroughAllTiersAndEachIsTold() {
    List<Long> before = lastTold();
    List<ReceivedDeclaration> corrected = new ArrayList<>();
    for (int tier = 2; tier <= 10; tier++) {
      corrected.add(lastFromSupplier(tier));
    }

    chain.firm(1).emits(chain.product(1), "3.000000001");
    world.settle();

    // 3.000000001 of the first tier and 1 of each of the nine others.
    assertThat(chain.last().total(chain.lastProduct())).isEqualTo(KgCo2e.of("12.000000001"));
    for (int tier = 2; tier <= 10; tier++) {
      List<Notification> told =
          chain.firm(tier).toldSince(before.get(tier - 1), NotificationType.UPDATED);
      ReceivedDeclaration correction = lastFromSupplier(tier);
      assertThat(correction.id()).isNotEqualTo(corrected.get(tier - 2).id());
      assertThat(told).as("tier " + tier).hasSize(2);
      // First its supplier's figure, then its own that rests on it.
      assertThat(told.get(0).partner()).contains(chain.firm(tier - 1).id());
      assertThat(told.get(0).product()).contains(chain.product(tier - 1));
      assertThat(told.get(0).declarationId()).contains(correction.id().value());
      assertThat(told.get(0).facts()).containsEntry("changePercent", MORE_BY.get(tier - 2));
      assertThat(told.get(1).partner()).isEmpty();
      assertThat(told.get(1).product()).contains(chain.product(tier));
      assertThat(told.get(1).facts()).containsEntry("changePercent", MORE_BY.get(tier - 1));
    }
  }

  @Test
  void aRecallAtTheTopMakesEveryTotalIncompleteAndEachSaysWhy() {
    IssuedDeclaration wrong =
        chain.firm(1).company().issued().standingCopies(chain.product(1)).get(0);
    List<Long> before = lastTold();

    chain.firm(1).recalls(wrong.id(), "the meter was broken");
    world.settle();

    assertThat(chain.firm(2).lineState(chain.product(2), "part")).isEqualTo("RECALLED");
    assertThat(whyIncomplete(2)).containsExactly("RECALLED, the supplier recalled the declaration");
    assertThat(chain.firm(2).toldSince(before.get(1), NotificationType.RECALLED))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.declarationId()).contains(wrong.id().value());
              assertThat(told.facts()).containsEntry("reason", "the meter was broken");
            });
    for (int tier = 2; tier <= 10; tier++) {
      assertThat(chain.firm(tier).isComplete(chain.product(tier))).as("tier " + tier).isFalse();
      List<Notification> told =
          chain.firm(tier).toldSince(before.get(tier - 1), NotificationType.INCOMPLETE);
      assertThat(told).as("tier " + tier).hasSize(1);
      assertThat(told.get(0).product()).contains(chain.product(tier));
      assertThat(told.get(0).facts()).containsEntry("changePercent", LESS_BY.get(tier - 2));
    }
    for (int tier = 3; tier <= 10; tier++) {
      // Of whom it was recalled is not theirs to know: only that something is missing further up.
      assertThat(chain.firm(tier).lineState(chain.product(tier), "part")).isEqualTo("OK");
      assertThat(whyIncomplete(tier))
          .as("tier " + tier)
          .containsExactly("the source says that its own figure is incomplete");
      assertThat(lastFromSupplier(tier).total().orElseThrow().complete()).isFalse();
      assertThat(wordOfSupplier(tier).progress().orElseThrow().complete()).isFalse();
    }
    // The nine others' own kilograms; what was recalled is not 0 but missing, and the total says
    // so.
    assertThat(chain.last().total(chain.lastProduct())).isEqualTo(KgCo2e.of("9"));
    assertThat(chain.firm(1).stateOf(chain.request(2))).isEqualTo(RequestState.LINKED);
    assertThat(chain.firm(2).stateOf(chain.request(2))).isEqualTo(RequestState.LINKED);
  }

  @Test
  void theLastTierSeesHowManyRequestsWereAnsweredInTheWholeTree() {
    SupplierWord word = wordOfSupplier(10);

    // Eight requests lie behind the ninth tier's answer: tiers 2 to 9 have each asked one supplier.
    assertThat(word.progress().orElseThrow().complete()).isTrue();
    assertThat(word.progress().orElseThrow().requests()).contains(RequestCounts.whole(8, 8));
  }

  /** The number of what the people of each tier were told last. */
  private List<Long> lastTold() {
    List<Long> numbers = new ArrayList<>();
    for (int tier = 1; tier <= 10; tier++) {
      numbers.add(chain.firm(tier).lastTold());
    }
    return numbers;
  }

  private ReceivedDeclaration lastFromSupplier(int tier) {
    return chain
        .firm(tier)
        .company()
        .received()
        .of(chain.firm(tier - 1).id(), chain.product(tier - 1))
        .get(0);
  }

  private SupplierWord wordOfSupplier(int tier) {
    return chain
        .firm(tier)
        .company()
        .words()
        .of(chain.firm(tier - 1).id(), chain.product(tier - 1));
  }

  private List<String> whyIncomplete(int tier) {
    return chain.firm(tier).footprint(chain.product(tier)).gaps().stream()
        .map(gap -> gap.text().en().replace("incomplete: line part \"part\": ", ""))
        .toList();
  }
}
