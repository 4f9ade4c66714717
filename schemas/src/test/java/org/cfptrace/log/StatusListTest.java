package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.junit.jupiter.api.Test;

class StatusListTest {
  @Test
  void eachEntryHasItsOwnTwoBits() {
    StatusList list =
        StatusList.ofSize(9).with(0, true, false).with(5, false, true).with(8, true, true);

    for (int i = 0; i < 9; i++) {
      assertThat(list.isSuperseded(i)).as("superseded %d", i).isEqualTo(i == 0 || i == 8);
      assertThat(list.isRecalled(i)).as("recalled %d", i).isEqualTo(i == 5 || i == 8);
    }
  }

  @Test
  void aBitOnceSetStays() {
    StatusList list = StatusList.ofSize(4).with(1, false, true).with(1, true, false);

    assertThat(list.isRecalled(1)).isTrue();
    assertThat(list.grownTo(100).isRecalled(1)).isTrue();
  }

  @Test
  void readsWhatItPacks() {
    StatusList list = StatusList.ofSize(1_000_001).with(1_000_000, true, true).with(3, true, false);

    assertThat(StatusList.unpack(1_000_001, list.packed())).isEqualTo(list);
    assertThat(list.packed().length()).isLessThan(1000);
  }

  @Test
  void saysNothingOfAnEntryBeyondIt() {
    StatusList list = StatusList.ofSize(3);

    assertThat(list.covers(2)).isTrue();
    assertThat(list.covers(3)).isFalse();
    assertThat(list.isRecalled(3)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> list.with(3, true, true));
  }

  @Test
  void refusesMoreOrFewerBitsThanEntries() throws IOException {
    assertMalformed(8, packed(new byte[3]));
    assertMalformed(8, packed(new byte[1]));
    assertMalformed(0, packed(new byte[1]));
  }

  @Test
  void refusesBitsOfEntriesThatAreNotThere() throws IOException {
    assertMalformed(5, packed(new byte[] {0, 4}));
  }

  @Test
  void refusesABombWithoutUnpackingIt() throws IOException {
    assertMalformed(8, packed(new byte[50_000_000]));
    assertMalformed(Long.MAX_VALUE, packed(new byte[1]));
  }

  @Test
  void refusesWhatIsNotPackedToTheEnd() throws IOException {
    String whole = packed(new byte[100]);
    assertMalformed(400, Base64Url.encode(java.util.Arrays.copyOf(Base64Url.decode(whole), 8)));
    assertMalformed(400, Base64Url.encode(java.util.Arrays.copyOf(Base64Url.decode(whole), 40)));
    assertMalformed(400, "AAAA");
  }

  private static void assertMalformed(long size, String packed) {
    assertThatThrownBy(() -> StatusList.unpack(size, packed))
        .isInstanceOf(MalformedException.class);
  }

  private static String packed(byte[] bits) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bits);
    }
    return Base64Url.encode(out.toByteArray());
  }
}
