package org.cfptrace.registry.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {
  private static final String PROXY = "10.0.0.1";

  @Test
  void withoutProxiesOfOursTheHeaderIsNotBelieved() {
    assertThat(new RemoteAddress(0).of("192.0.2.7", List.of("198.51.100.1")))
        .isEqualTo("192.0.2.7");
  }

  @Test
  void aProxySaysWhomItSawAndWhatStandsFurtherLeftTheCallerMadeUp() {
    assertThat(new RemoteAddress(1).of(PROXY, List.of("203.0.113.9, 198.51.100.1")))
        .isEqualTo("198.51.100.1");
    assertThat(new RemoteAddress(2).of(PROXY, List.of("203.0.113.9", "198.51.100.1, 10.0.0.2")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void whoCameRoundTheProxiesCountsByItsConnection() {
    assertThat(new RemoteAddress(2).of("192.0.2.7", List.of("198.51.100.1")))
        .isEqualTo("192.0.2.7");
    assertThat(new RemoteAddress(1).of("192.0.2.7", List.of())).isEqualTo("192.0.2.7");
  }

  @Test
  void anIpv6NetworkIsOneCaller() {
    var direct = new RemoteAddress(0);
    assertThat(direct.of("2001:db8:1:2:3:4:5:6", List.of()))
        .isEqualTo(direct.of("2001:db8:1:2::1", List.of()))
        .isNotEqualTo(direct.of("2001:db8:1:3::1", List.of()));
  }

  @Test
  void anOverlongAddressIsCutAndANameIsNotLookedUp() {
    var behindOne = new RemoteAddress(1);
    assertThat(behindOne.of(PROXY, List.of("x".repeat(5000)))).hasSize(64);
    assertThat(behindOne.of(PROXY, List.of("host:1"))).isEqualTo("host:1");
  }
}
