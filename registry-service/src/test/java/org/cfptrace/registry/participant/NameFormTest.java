package org.cfptrace.registry.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFormTest {
  @Test
  void makesNoDifferenceBetweenWidthsKanaCapitalsAndSpaces() {
    assertThat(NameForm.of("ｱｵﾓﾘ　製鋼 ＫＫ")).isEqualTo("アオモリ製鋼kk");
    assertThat(NameForm.of("あおもり製鋼kk")).isEqualTo("アオモリ製鋼kk");
  }
}
