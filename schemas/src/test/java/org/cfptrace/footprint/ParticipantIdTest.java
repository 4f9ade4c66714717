package org.cfptrace.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantIdTest {

  @Test
  void namesTheDataSpaceAndTheParticipantInIt() {
    ParticipantId id = ParticipantId.of("registry.cfptrace.example", "abcdefghij234567");

    assertThat(id).hasToString("did:web:registry.cfptrace.example:participants:abcdefghij234567");
    assertThat(id.domain()).isEqualTo("registry.cfptrace.example");
    assertThat(id.shortId()).isEqualTo("abcdefghij234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:web:localhost%3A8080:participants:abcdefghij234567",
        "did:web:localhost:8080:participants:abcdefghij234567",
        "did:web:Registry.example:participants:abcdefghij234567",
        "did:web:registry.example:participants:abcdefghij23456",
        "did:web:registry.example:participants:abcdefghij2345670",
        "did:web:registry.example:participants:ABCDEFGHIJ234567",
        "did:web:registry.example:participants:abcdefghij234567#key",
        "did:web:-registry.example:participants:abcdefghij234567",
        "did:web:registry..example:participants:abcdefghij234567",
        "did:key:registry.example:participants:abcdefghij234567",
        "abcdefghij234567"
      })
  void refusesWhatIsNotExactlyThatForm(String did) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ParticipantId(did));
  }
}
