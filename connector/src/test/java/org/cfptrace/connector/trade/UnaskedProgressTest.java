package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cfptrace.connector.receive.SupplierWord;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** Who was given a figure without having asked for it hears how far the tree behind it is too. */
class UnaskedProgressTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);

  @Test
  void aCustomerThatNeverAskedIsToldThatTheFigureIsIncompleteByNowAndThatItIsWholeAgain() {
    mill.becomePartnerOf(parts);
    mill.emits(steel, "3");
    // A person at the mill has to agree to a correction, so that no other figure comes.
    mill.releases(parts, steel, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    world.settle();
    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(1);
    assertThat(toldIncomplete()).isFalse();

    mill.buys(steel, "ore", "1", DeclaredUnit.KILOGRAM);
    world.settle();

    assertThat(toldIncomplete()).isTrue();

    Firm mine = world.firm("Iwa Mine");
    TraceId ore = mine.makes("ore", DeclaredUnit.KILOGRAM);
    mine.becomePartnerOf(mill);
    mine.emits(ore, "1");
    RequestId request = mill.asks(mine, steel, "ore");
    world.settle();
    mine.links(request, ore);
    mine.releases(mill, ore, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();

    assertThat(word()).map(SupplierWord.Progress::complete).contains(true);
    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(1);
  }

  private boolean toldIncomplete() {
    return word().filter(said -> !said.complete()).isPresent();
  }

  private Optional<SupplierWord.Progress> word() {
    return parts.company().words().of(mill.id(), steel).progress();
  }
}
