package org.cfptrace.verify;

import java.util.List;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A figure arrives whoever does the arithmetic; {@link HopTest} has the chosen provider. */
class HopOfOtherProvidersTest {

  static List<CryptoProvider> others() {
    return CryptoProviders.all().subList(1, CryptoProviders.all().size());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("others")
  void theFigureArrivesAsItWasStated(CryptoProvider provider) {
    HopTest.assertArrives(new TwoCompanies(provider));
  }
}
