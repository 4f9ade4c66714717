package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.Test;

/** Ten companies in a row: what happens at the top arrives at the bottom, by itself. */
class TenTiersTest {
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
    chain.firm(1).emits(chain.product(1), "3.000000001");
    world.settle();

    // 3.000000001 of the first tier and 1 of each of the nine others.
    assertThat(chain.last().total(chain.lastProduct())).isEqualTo(KgCo2e.of("12.000000001"));
    for (int tier = 2; tier <= 10; tier++) {
      assertThat(chain.firm(tier).told()).as("tier " + tier).contains(NotificationType.UPDATED);
    }
  }

  @Test
  void aRecallAtTheTopMakesEveryTotalIncomplete() {
    IssuedDeclaration wrong =
        chain.firm(1).company().issued().standingCopies(chain.product(1)).get(0);

    chain.firm(1).recalls(wrong.id(), "the meter was broken");
    world.settle();

    assertThat(chain.firm(2).lineState(chain.product(2), "part")).isEqualTo("RECALLED");
    assertThat(chain.firm(2).told()).contains(NotificationType.RECALLED);
    for (int tier = 2; tier <= 10; tier++) {
      assertThat(chain.firm(tier).isComplete(chain.product(tier))).as("tier " + tier).isFalse();
    }
    // The nine others' own kilograms; what was recalled is not 0 but missing, and the total says
    // so.
    assertThat(chain.last().total(chain.lastProduct())).isEqualTo(KgCo2e.of("9"));
    assertThat(chain.firm(1).stateOf(chain.request(2))).isEqualTo(RequestState.LINKED);
    assertThat(chain.firm(2).stateOf(chain.request(2))).isEqualTo(RequestState.LINKED);
    assertThat(chain.last().footprint(chain.lastProduct()).gaps()).isNotEmpty();
  }

  @Test
  void theLastTierSeesHowManyRequestsWereAnsweredInTheWholeTree() {
    SupplierWord word = chain.last().company().words().of(chain.firm(9).id(), chain.product(9));

    // Eight requests lie behind the ninth tier's answer: tiers 2 to 9 have each asked one supplier.
    assertThat(word.progress().orElseThrow().complete()).isTrue();
    assertThat(word.progress().orElseThrow().requests()).contains(new RequestCounts(8, 8));
  }
}
