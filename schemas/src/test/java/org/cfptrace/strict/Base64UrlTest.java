package org.cfptrace.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  @Test
  void bytesHaveOneTextAndBack() {
    byte[] bytes = {(byte) 0xFB, (byte) 0xFF, 0x10};

    assertThat(Base64Url.encode(bytes)).isEqualTo("-_8Q");
    assertThat(Base64Url.decode("-_8Q")).isEqualTo(bytes);
    assertThat(Base64Url.decode("-_8Q", 3)).isEqualTo(bytes);
  }

  @Test
  void anotherLengthIsRefused() {
    assertThatThrownBy(() -> Base64Url.decode("-_8Q", 4))
        .isInstanceOf(MalformedException.class)
        .hasMessage("expected 4 bytes, saw 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "-", "_"})
  void theAlphabetIsSpelled(String text) {
    assertThat(Base64Url.isSpelled(text, 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"`", "{", "@", "[", "/", ":", "+", "=", " ", "é", "", "aa"})
  void itsNeighboursAreNot(String text) {
    assertThat(Base64Url.isSpelled(text, 1)).isFalse();
  }

  @Test
  void everyCharacterCounts() {
    assertThat(Base64Url.isSpelled("aaa", 3)).isTrue();
    assertThat(Base64Url.isSpelled("aa=", 3)).isFalse();
    assertThat(Base64Url.isSpelled("=aa", 3)).isFalse();
  }
}
