package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateTest {
  /** Worked by hand after RFC 1951: so it stays the same bytes from Java to Java. */
  @ParameterizedTest
  @CsvSource({"aaaaaaaaaaaaaaaaaaaa, 78014BC40200 4FA60795", "'', 7801010000FFFF 00000001"})
  void theBytesAreKnown(String text, String hex) {
    assertThat(Deflate.zlib(text.getBytes(US_ASCII)))
        .isEqualTo(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @Test
  void whatRepeatsGetsSmall() {
    assertThat(Deflate.zlib(new byte[30_000])).hasSizeLessThan(250);
    assertThat(Deflate.zlib("0.004167 kg CO2e\n".repeat(1000).getBytes(US_ASCII)))
        .hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 65_535, 65_536, 200_000})
  void whatDoesNotGetSmallerIsStored(int length) throws IOException {
    byte[] data = new byte[length];
    new Random(length).nextBytes(data);

    byte[] stored = Deflate.zlib(data);

    assertThat(stored).hasSize(length + 6 + 5 * ((length + 65_534) / 65_535));
    assertThat(inflated(stored)).isEqualTo(data);
  }

  @Test
  void anyDataComeBack() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      byte[] data = anyData(random);

      assertThat(inflated(Deflate.zlib(data))).as("seed %d run %d", seed, run).isEqualTo(data);
    }
  }

  /** Noise between copies of what came before, near and as far as beyond the window. */
  private static byte[] anyData(Random random) {
    byte[] data = new byte[random.nextInt(120_000)];
    int at = 0;
    while (at < data.length) {
      int length = Math.min(data.length - at, 1 + random.nextInt(600));
      if (at == 0 || random.nextInt(3) == 0) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, data, at, length);
      } else {
        int distance = 1 + random.nextInt(Math.min(at, random.nextBoolean() ? 20 : 40_000));
        for (int i = at; i < at + length; i++) {
          data[i] = data[i - distance];
        }
      }
      at += length;
    }
    return data;
  }

  private static byte[] inflated(byte[] zlib) throws IOException {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(zlib))) {
      return in.readAllBytes();
    }
  }
}
