package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.participant.TestRegistry.MAKER;
import static org.cfptrace.participant.TestRegistry.MILL;

import org.cfptrace.keys.KeyThumbprint;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final KeyThumbprint KEY =
      new KeyThumbprint("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  private static final KeyThumbprint OTHER =
      new KeyThumbprint("BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  @Test
  void isFortyDigitsInGroupsAndAlwaysTheSame() {
    var fingerprint = Fingerprint.of(MILL, KEY);
    assertThat(fingerprint.text()).matches("[0-9]{5}( [0-9]{5}){7}");
    assertThat(Fingerprint.of(MILL, KEY)).isEqualTo(fingerprint);
  }

  @Test
  void changesWithTheKeyAndWithTheCompany() {
    assertThat(Fingerprint.of(MILL, OTHER)).isNotEqualTo(Fingerprint.of(MILL, KEY));
    assertThat(Fingerprint.of(MAKER, KEY)).isNotEqualTo(Fingerprint.of(MILL, KEY));
  }

  @Test
  void isReadAsPeopleTypeIt() {
    var fingerprint = Fingerprint.of(MILL, KEY);
    assertThat(Fingerprint.parse(fingerprint.text().replace(' ', '-'))).isEqualTo(fingerprint);
    assertThat(Fingerprint.parse(" " + fingerprint.text().replace(" ", "\u3000") + "\n"))
        .isEqualTo(fingerprint);
    assertThatThrownBy(() -> Fingerprint.parse("12345"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 40 digits");
  }
}
