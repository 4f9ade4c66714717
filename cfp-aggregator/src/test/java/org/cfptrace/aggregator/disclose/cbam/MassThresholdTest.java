package org.cfptrace.aggregator.disclose.cbam;

import static org.assertj.core.api.Assertions.assertThat;

import org.cfptrace.aggregator.steel.AnInstallation;
import org.cfptrace.aggregator.steel.Tonnes;
import org.junit.jupiter.api.Test;

/** 50 t per importer and year: exceeded above, not at. */
class MassThresholdTest {
  @Test
  void fiftyTonnesAreWithinAndAKilogramMoreExceeds() {
    assertThat(MassThreshold.isExceededBy(Tonnes.of("50.000"))).isFalse();
    assertThat(MassThreshold.isExceededBy(Tonnes.of("50.001"))).isTrue();
    assertThat(MassThreshold.isExceededBy(Tonnes.of("50.0000001"))).isTrue();
    assertThat(MassThreshold.isExceededBy(Tonnes.of("49.999"))).isFalse();
  }

  @Test
  void theEstimateSheetSaysWhetherTheGoodsOfTheReportAloneExceedIt() {
    assertThat(threshold("50.000"))
        .startsWith("The goods of this report, 50 t, do not alone exceed 50 t net")
        .contains("an importer adds all its goods of the year");
    assertThat(threshold("50.001"))
        .startsWith("The goods of this report, 50.001 t, would alone exceed 50 t net")
        .contains("if one importer");
  }

  private static String threshold(String requested) {
    var sheet =
        Reading.sheet(
            AWorks.files(
                AnInstallation.installation().running(AWorks.furnace()).build(),
                "{'goods': [{'cn': '72071114', 'requestedTonnes': '" + requested + "'}]}"),
            "cbam-cost-estimate");
    return sheet.get(sheet.size() - 1).get(0);
  }
}
