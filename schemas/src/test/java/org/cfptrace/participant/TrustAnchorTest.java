package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cfptrace.log.TestLog;
import org.junit.jupiter.api.Test;

class TrustAnchorTest {
  private final TrustAnchor anchor = new TestRegistry().anchor;

  @Test
  void anAnchorWithoutALogIsReadAsBefore() {
    assertThat(anchor.toJson()).doesNotContain("\"log\"");
    assertThat(TrustAnchor.parse(anchor.toJson()).log()).isEmpty();
  }

  @Test
  void carriesWhomToBelieveAboutTheLog() {
    var said = anchor.with(TestLog.trust()).toJson();

    assertThat(TrustAnchor.parse(said).log()).contains(TestLog.trust());
  }

  @Test
  void refusesALogWithoutItsKey() {
    var said = anchor.with(TestLog.trust()).toJson().replace("\"key\"", "\"kee\"");

    assertThatIllegalArgumentException().isThrownBy(() -> TrustAnchor.parse(said));
  }
}
