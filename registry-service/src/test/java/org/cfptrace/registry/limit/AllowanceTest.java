package org.cfptrace.registry.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  // Near the end of its range, because System.nanoTime may begin anywhere.
  private long now = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();
  private final Allowance allowance = new Allowance(120, 3, () -> now);

  @Test
  void aBucketGivesWhatItHoldsAndThenSaysHowLongToWait() {
    assertThat(taken("a", 3)).isEqualTo(3);
    assertThat(allowance.take("a")).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void aRefusalTakesNothingAndTimeFillsTheBucketUpToItsBrim() {
    assertThat(taken("a", 10)).isEqualTo(3);
    pass(Duration.ofMillis(499));
    assertThat(taken("a", 1)).isZero();
    pass(Duration.ofMillis(1));
    assertThat(taken("a", 1)).isEqualTo(1);
    pass(Duration.ofHours(1));
    assertThat(taken("a", 10)).isEqualTo(3);
  }

  @Test
  void oneAddressDoesNotUseUpAnothersShare() {
    assertThat(taken("a", 4)).isEqualTo(3);
    assertThat(taken("b", 1)).isEqualTo(1);
  }

  @Test
  void addressesThatHaveTheirFullShareAgainAreForgotten() {
    for (int i = 0; i < 100; i++) {
      allowance.take("address " + i);
    }
    pass(Duration.ofHours(1));
    for (int i = 0; i < 100; i++) {
      allowance.take("other " + i);
    }
    assertThat(allowance.addresses()).isEqualTo(100);
  }

  @Test
  void aFloodOfAddressesDoesNotFillTheMemory() {
    for (int i = 0; i < Allowance.MOST_ADDRESSES + 1000; i++) {
      allowance.take("address " + i);
    }
    assertThat(allowance.addresses()).isEqualTo(Allowance.MOST_ADDRESSES);
  }

  @Test
  void anAllowanceOfNothingIsAMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(0, 1, () -> 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(1, 0, () -> 0));
  }

  private int taken(String address, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += allowance.take(address).isZero() ? 1 : 0;
    }
    return taken;
  }

  private void pass(Duration duration) {
    now += duration.toNanos();
  }
}
