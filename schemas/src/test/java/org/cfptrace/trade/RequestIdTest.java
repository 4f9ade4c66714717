package org.cfptrace.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  @Test
  void isWrittenAsAnUrn() {
    String urn = "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e";

    assertThat(RequestId.of(urn)).hasToString(urn);
  }

  @Test
  void aFreshOneIsReadAsItIsWritten() {
    RequestId fresh = RequestId.random();

    assertThat(RequestId.of(fresh.toString())).isEqualTo(fresh);
    assertThat(RequestId.random()).isNotEqualTo(fresh);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "urn:uuid:0F8FAD5B-D9CB-469F-A165-70867728950E",
        "URN:UUID:0f8fad5b-d9cb-469f-a165-70867728950e",
        "urn:uuid:1-1-1-1-1",
        "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e ",
        ""
      })
  void refusesEveryOtherSpelling(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RequestId.of(text));
  }
}
