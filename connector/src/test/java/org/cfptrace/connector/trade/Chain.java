package org.cfptrace.connector.trade;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestId;

/**
 * Tiers in a row, the most upstream first; each has asked the one before it, was answered, and lets
 * its figure follow by itself. Every tier emits 1 kg itself and uses one piece of the tier before.
 */
final class Chain {
  private final List<Firm> firms = new ArrayList<>();
  private final List<TraceId> products = new ArrayList<>();
  private final List<RequestId> requests = new ArrayList<>();

  Chain(World world, int tiers, RedeclareRule rule) {
    for (int tier = 0; tier < tiers; tier++) {
      Firm firm = world.firm("Tier " + (tier + 1));
      TraceId product = firm.makes("part of tier " + (tier + 1), DeclaredUnit.PIECE);
      firms.add(firm);
      products.add(product);
      if (tier > 0) {
        firms.get(tier - 1).becomePartnerOf(firm);
        firm.buys(product, "part", "1", DeclaredUnit.PIECE);
        requests.add(firm.asks(firms.get(tier - 1), product, "part"));
      }
      firm.emits(product, "1");
    }
    world.settle();
    for (int tier = 0; tier + 1 < tiers; tier++) {
      firms.get(tier).links(requests.get(tier), products.get(tier));
      firms
          .get(tier)
          .releases(
              firms.get(tier + 1),
              products.get(tier),
              rule,
              ReleaseSwitch.TOTAL,
              ReleaseSwitch.COVERAGE);
    }
    world.settle();
  }

  Firm firm(int tier) {
    return firms.get(tier - 1);
  }

  TraceId product(int tier) {
    return products.get(tier - 1);
  }

  /** The request that this tier has sent to the one before it. */
  RequestId request(int tier) {
    return requests.get(tier - 2);
  }

  int tiers() {
    return firms.size();
  }

  Firm last() {
    return firm(tiers());
  }

  TraceId lastProduct() {
    return product(tiers());
  }
}
