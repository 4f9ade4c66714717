package org.cfptrace.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.cfptrace.footprint.KgCo2e;
import org.junit.jupiter.api.Test;

/** The benchmark measures the real thing, and reads what OpenSSL prints. No times are asserted. */
class CryptoBenchTest {

  @Test
  void oneHopCarriesTheThreeKilograms() {
    Hop hop = new Hop();

    var received = hop.receive(hop.send());

    assertThat(received.total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
  }

  @Test
  void readsTheLinesThatOpensslSpeedPrints() {
    var bound =
        OpenSslBound.parse(
            "+F4:3:256:50000.000000:20000.000000\n+F5:3:256:25000.000000:0.000040\n");

    assertThat(bound).isEqualTo(new OpenSslBound(50_000, 20_000, 25_000));
    assertThat(bound.microsecondsPerHop()).isCloseTo(60.0 + 80.0 + 100.0, offset(1e-6));
  }
}
