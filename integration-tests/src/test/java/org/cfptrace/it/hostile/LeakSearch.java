package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;

/**
 * Looks for secrets in bytes: as they are, in base64 at any alignment, in hexadecimal, and inside
 * what was compressed (gzip, zlib, Zstandard, LZ4) or encoded, several layers deep.
 */
final class LeakSearch {

  /** One secret at one place. */
  record Finding(String secret, String form, String place) {}

  private static final int LAYERS = 4;
  private static final int MOST_UNPACKED = 64 << 20;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("(?:[0-9a-f]{2}){16,}|(?:[0-9A-F]{2}){16,}");
  private static final List<Packing> PACKINGS =
      List.of(
          new Packing("gzip", "\u001f\u008b\u0008", GZIPInputStream::new),
          new Packing("zlib", "x\u0001", InflaterInputStream::new),
          new Packing("zlib", "x^", InflaterInputStream::new),
          new Packing("zlib", "x\u009c", InflaterInputStream::new),
          new Packing("zlib", "x\u00da", InflaterInputStream::new),
          new Packing("zstd", "(\u00b5/\u00fd", ZstdInputStreamNoFinalizer::new),
          new Packing("lz4", "\u0004\"M\u0018", LZ4FrameInputStream::new));

  private record Packing(String name, String magic, Unpacker unpacker) {}

  private interface Unpacker {
    InputStream open(InputStream packed) throws IOException;
  }

  private final Needles needles;

  LeakSearch(List<Secret> secrets) {
    this.needles = new Needles(secrets);
  }

  /** Everything found in {@code bytes}, which lie at {@code place}. */
  List<Finding> in(String place, byte[] bytes) {
    List<Finding> findings = new ArrayList<>();
    search(place, bytes, LAYERS, findings);
    return findings;
  }

  private void search(String place, byte[] bytes, int layers, List<Finding> findings) {
    needles.in(bytes, (secret, form) -> findings.add(new Finding(secret, form, place)));
    if (layers > 0) {
      String text = new String(bytes, ISO_8859_1);
      searchPacked(place, text, bytes, layers - 1, findings);
      searchEncoded(place, text, layers - 1, findings);
    }
  }

  private void searchPacked(
      String place, String text, byte[] bytes, int layers, List<Finding> findings) {
    for (Packing packing : PACKINGS) {
      for (int at = text.indexOf(packing.magic());
          at >= 0;
          at = text.indexOf(packing.magic(), at + 1)) {
        byte[] unpacked = unpack(packing, bytes, at);
        if (unpacked.length > 0) {
          search(place + " > " + packing.name() + " at " + at, unpacked, layers, findings);
        }
      }
    }
  }

  private void searchEncoded(String place, String text, int layers, List<Finding> findings) {
    Matcher base64 = BASE64.matcher(text);
    while (base64.find()) {
      String run = base64.group().replace('-', '+').replace('_', '/');
      for (int skip = 0; skip < 4; skip++) {
        String whole = run.substring(skip, skip + (run.length() - skip) / 4 * 4);
        searchIfPromising(place + " > base64", Base64.getDecoder().decode(whole), layers, findings);
      }
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(text);
    while (hexadecimal.find()) {
      byte[] decoded = HexFormat.of().parseHex(hexadecimal.group());
      search(place + " > hexadecimal", decoded, layers, findings);
    }
  }

  // Plain secrets in base64 were found above; only what is packed or encoded again needs decoding.
  private void searchIfPromising(String place, byte[] decoded, int layers, List<Finding> findings) {
    String text = new String(decoded, ISO_8859_1);
    if (BASE64.matcher(text).find()
        || PACKINGS.stream().anyMatch(packing -> text.contains(packing.magic()))) {
      search(place, decoded, layers, findings);
    }
  }

  /** What comes out, up to where the stream breaks; a torn end does not hide its beginning. */
  private static byte[] unpack(Packing packing, byte[] bytes, int at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in =
        packing.unpacker().open(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        if (out.size() > MOST_UNPACKED) {
          break;
        }
      }
    } catch (IOException | RuntimeException notPacked) {
      // Chance bytes that look like a beginning, or a torn end; the LZ4 reader throws both kinds.
    }
    return out.toByteArray();
  }
}
