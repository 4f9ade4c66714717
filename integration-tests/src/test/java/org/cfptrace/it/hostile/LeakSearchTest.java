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

  record Planted(String how, byte[] bytes) {
    @Override
    public String toString() {
      return how;
    }
  }

  static List<Planted> planted() throws IOException {
    String json = "{\"value\":\"" + VALUE + "\"}";
    byte[] plain = json.getBytes(UTF_8);
    byte[] compressed = compressed(plain);
    return List.of(
        new Planted("decimal", plain),
        new Planted("decimal in UTF-16", json.getBytes(UTF_16LE)),
        new Planted("with a comma", "3,141592653 kg".getBytes(UTF_8)),
        new Planted("rounded", "about 3.14159265".getBytes(UTF_8)),
        new Planted("micrograms", "E=3141592653;".getBytes(UTF_8)),
        new Planted("64 bit", ByteBuffer.allocate(20).putLong(7, 3141592653L).array()),
        new Planted(
            "64 bit, little end first",
            ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(5, 3141592653L).array()),
        new Planted("base64, alignment 0", base64("abc" + json)),
        new Planted("base64, alignment 1", base64("abcd" + json)),
        new Planted("base64, alignment 2", base64("abcde" + json)),
        new Planted("base64 of base64", Base64.getEncoder().encode(base64("xy" + json))),
        new Planted("hexadecimal", HexFormat.of().formatHex(plain).getBytes(UTF_8)),
        new Planted("gzip", compressed),
        new Planted("zlib", deflated(plain)),
        new Planted("zstd", amid(Zstd.compress(plain))),
        new Planted("lz4", amid(lz4(plain))),
        new Planted("base64url of gzip", Base64.getUrlEncoder().encode(compressed)),
        new Planted("bytea dump of gzip", HexFormat.of().formatHex(compressed).getBytes(UTF_8)),
        new Planted("gzip of zstd", compressed(Zstd.compress(plain))),
        new Planted("name", "hello Kitakami 北上 Steel".getBytes(UTF_8)),
        new Planted("name in JSON escapes", "Kitakami \\u5317\\u4e0a Steel".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void findsWhatWasPlanted(Planted planted) {
    assertThat(SEARCH.in("planted", planted.bytes())).isNotEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    byte[] noise = new byte[1 << 20];
    new Random(20261123).nextBytes(noise);

    assertThat(SEARCH.in("noise", noise)).isEmpty();
    assertThat(SEARCH.in("another figure", "{\"value\":\"8.413420835\"}".getBytes(UTF_8)))
        .isEmpty();
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
