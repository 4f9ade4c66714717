package org.cfptrace.connector.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.TraceId;
import org.junit.jupiter.api.Test;

class CirclesTest {
  private final Map<TraceId, List<TraceId>> parts = new HashMap<>();
  private final Circles circles = new Circles(part -> parts.getOrDefault(part, List.of()));
  private final TraceId a = TraceId.random();
  private final TraceId b = TraceId.random();
  private final TraceId c = TraceId.random();

  @Test
  void aProductThatIsItsOwnPartIsACircleOfOne() {
    assertThat(circles.wayBack(a, a)).contains(List.of(a));
  }

  @Test
  void theShortestWayBackIsTold() {
    parts.put(b, List.of(c, a));
    parts.put(c, List.of(a));

    assertThat(circles.wayBack(a, b)).contains(List.of(b, a));
  }

  @Test
  void aPartThatDoesNotLeadBackIsNoCircle() {
    parts.put(b, List.of(c));

    assertThat(circles.wayBack(a, b)).isEmpty();
  }

  @Test
  void aCircleElsewhereDoesNotTrapTheSearch() {
    parts.put(b, List.of(c));
    parts.put(c, List.of(b));

    assertThat(circles.wayBack(a, b)).isEmpty();
  }

  @Test
  void aStructureOfAHundredThousandLevelsIsSearchedToTheEnd() {
    List<TraceId> chain = new ArrayList<>(List.of(b));
    for (int i = 0; i < 100_000; i++) {
      var next = TraceId.random();
      parts.put(chain.get(chain.size() - 1), List.of(next));
      chain.add(next);
    }
    parts.put(chain.get(chain.size() - 1), List.of(a));

    assertThat(circles.wayBack(a, b).orElseThrow()).hasSize(100_002).endsWith(a);
  }

  @Test
  void aPartSharedAlongManyWaysIsLookedAtOnce() {
    // 40 levels, each used twice by the level above: 2^40 ways, 40 products.
    var level = b;
    for (int i = 0; i < 40; i++) {
      var next = TraceId.random();
      parts.put(level, List.of(next, next));
      level = next;
    }

    assertThat(circles.wayBack(a, b)).isEmpty();
  }
}
