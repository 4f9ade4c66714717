package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

  private static final String URN = "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e";

  @Test
  void isWrittenAsAnUrnAndBareInCsv() {
    TraceId id = TraceId.of(URN);

    assertThat(id).hasToString(URN);
    assertThat(id.bareUuid()).isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
    assertThat(TraceId.ofBareUuid("0F8FAD5B-D9CB-469F-A165-70867728950E")).isEqualTo(id);
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
    assertThatIllegalArgumentException().isThrownBy(() -> TraceId.of(text));
  }
}
