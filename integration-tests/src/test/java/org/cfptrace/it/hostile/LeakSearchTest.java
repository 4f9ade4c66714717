package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaks planted on purpose, so that "nothing found" means something. */
class LeakSearchTest {

  private static final String VALUE = "3.141592653";
  private static final LeakSearch SEARCH =
      new LeakSearch(
          List.of(
              Secret.kilograms("A's figure", VALUE), Secret.word("A's name", "Kitakami 北上 Steel")));

  static List<Named<byte[]>> planted() throws IOException {
    String json = "{\"value\":\"" + VALUE + "\"}";
    byte[] plain = json.getBytes(UTF_8);
    byte[] compressed = compressed(plain);
    return List.of(
        Named.of("decimal", plain),
        Named.of("decimal in UTF-16", json.getBytes(UTF_16LE)),
        Named.of("with a comma", "3,141592653 kg".getBytes(UTF_8)),
        Named.of("rounded", "about 3.14159265".getBytes(UTF_8)),
        Named.of("micrograms", "E=3141592653;".getBytes(UTF_8)),
        Named.of("64 bit", ByteBuffer.allocate(20).putLong(7, 3141592653L).array()),
        Named.of(
            "64 bit, little end first",
            ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(5, 3141592653L).array()),
        Named.of("base64, alignment 0", base64("abc" + json)),
        Named.of("base64, alignment 1", base64("abcd" + json)),
        Named.of("base64, alignment 2", base64("abcde" + json)),
        Named.of("base64 of base64", Base64.getEncoder().encode(base64("xy" + json))),
        Named.of("hexadecimal", HexFormat.of().formatHex(plain).getBytes(UTF_8)),
        Named.of("gzip", compressed),
        Named.of("zlib", deflated(plain)),
        Named.of("zstd", amid(Zstd.compress(plain))),
        Named.of("lz4", amid(lz4(plain))),
        Named.of("base64url of gzip", Base64.getUrlEncoder().encode(compressed)),
        Named.of("bytea dump of gzip", HexFormat.of().formatHex(compressed).getBytes(UTF_8)),
        Named.of("gzip of zstd", compressed(Zstd.compress(plain))),
        Named.of("name", "hello Kitakami 北上 Steel".getBytes(UTF_8)),
        Named.of("name in JSON escapes", "Kitakami \\u5317\\u4e0a Steel".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void findsWhatWasPlanted(byte[] planted) {
    assertThat(SEARCH.in("planted", planted)).isNotEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    byte[] noise = new byte[1 << 20];
    new Random(20261123).nextBytes(noise);

    assertThat(SEARCH.in("noise", noise)).isEmpty();
    assertThat(SEARCH.in("another figure", "{\"value\":\"8.413420835\"}".getBytes(UTF_8)))
        .isEmpty();
  }

  /** Four chance bytes of a disk may look like the beginning of a frame that no reader takes. */
  @Test
  void chanceBytesThatLookLikeAFrameDoNotEndTheSearch() {
    byte[] chance = new byte[64];
    ByteBuffer.wrap(chance).put(new byte[] {0x04, 0x22, 0x4D, 0x18, 0x40, 0x40, (byte) 0xC0});
    byte[] figure = ("and then " + VALUE).getBytes(UTF_8);

    assertThat(SEARCH.in("chance", ByteBuffer.allocate(96).put(chance).put(figure).array()))
        .isNotEmpty();
  }

  private static byte[] base64(String text) {
    return Base64.getEncoder().encode((text + " and so on").getBytes(UTF_8));
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return amid(out.toByteArray());
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(bytes);
    }
    return amid(out.toByteArray());
  }

  private static byte[] lz4(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream lz4 = new LZ4FrameOutputStream(out)) {
      lz4.write(bytes);
    }
    return out.toByteArray();
  }

  /** With other bytes before it, as in a file. */
  private static byte[] amid(byte[] bytes) {
    return ByteBuffer.allocate(bytes.length + 5).put("head:".getBytes(UTF_8)).put(bytes).array();
  }
}
