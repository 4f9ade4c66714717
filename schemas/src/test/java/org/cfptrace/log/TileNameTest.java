package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileNameTest {
  @Test
  void writesTheNumberInGroupsOfThree() {
    assertThat(new TileName(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
    assertThat(new TileName(0, 0, 256).path()).isEqualTo("0/000");
    assertThat(new TileName(1, 1, 17).path()).isEqualTo("1/001.p/17");
    assertThat(new TileName(TileName.ENTRIES, 1000, 256).path()).isEqualTo("entries/x001/000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/x001/x234/067", "7/999", "entries/000.p/1", "2/x999/999.p/255"})
  void readsWhatItWrites(String path) {
    assertThat(TileName.parse(path).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/",
        "0/1",
        "0/0001",
        "00/000",
        "8/000",
        "-1/000",
        "0/x000/001",
        "0/001/002",
        "0/x001",
        "0/001.p/0",
        "0/001.p/256",
        "0/001.p/01",
        "0/001.p/",
        "0/001.p/1.p/1",
        "0/001/",
        "0/٠٠١",
        "entries",
        "0/../001",
        "0/x001/x001/x001/x001/x001/x001/001"
      })
  void refusesEveryOtherSpelling(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> TileName.parse(path));
  }
}
