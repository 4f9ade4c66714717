package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.structure.EmissionFactor;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.junit.jupiter.api.Test;

/** A set of factors has one digest, and another one with any other number. */
class FactorSetDigestTest {
  private static final EmissionFactor STEEL = factor("steel", "2.3");
  private static final EmissionFactor POWER = factor("power", "0.45");

  private static EmissionFactor factor(String code, String fossil) {
    return new EmissionFactor(
        code,
        code,
        DeclaredUnit.KILOGRAM,
        Map.of(
            EmissionAccount.FOSSIL,
            KgCo2e.of(fossil),
            EmissionAccount.BIOGENIC_NON_CO2,
            KgCo2e.of("0.01"),
            EmissionAccount.AIRCRAFT,
            KgCo2e.of("0.02")),
        Optional.of(
            DataQuality.same(QualityScale.ONE_TO_FIVE, Representativeness.of("1", "2", "3"))));
  }

  private static String digest(EmissionFactor... factors) {
    return FactorSetDigest.of(
        new FactorSet(
            "examples", "1", "worldsteel", 2021, "GLO", Optional.of(GwpSet.AR6), List.of(factors)));
  }

  @Test
  void theOrderOfItsFactorsDoesNotMatter() {
    assertThat(digest(STEEL, POWER)).isEqualTo(digest(POWER, STEEL)).matches("[0-9a-f]{64}");
  }

  @Test
  void anotherNumberIsAnotherDigest() {
    assertThat(digest(STEEL, factor("power", "0.450000001"))).isNotEqualTo(digest(STEEL, POWER));
    assertThat(digest(STEEL)).isNotEqualTo(digest(STEEL, POWER));
  }

  @Test
  void theSameNumberWrittenOtherwiseIsTheSameDigest() {
    assertThat(digest(STEEL, factor("power", "0.4500"))).isEqualTo(digest(STEEL, POWER));
  }
}
