package org.cfptrace.aggregator.disclose.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Sha256;

/** The identifiers that customers' formats take. */
final class Ids {
  private static final String UUID_TEXT =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private Ids() {}

  /**
   * The id of a footprint in an export: a UUID with the bits of version 4 (122 bits of SHA-256 over
   * target, export and product). The same export gives the same id, any change another, for the id
   * of an export follows from all that goes into it.
   */
  static String footprint(TargetName target, String exportId, TraceId product) {
    String name = "cfptrace-footprint-id\n" + target + "\n" + exportId + "\n" + product;
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(name.getBytes(UTF_8)));
    long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x0000_0000_0000_4000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  static String bpnl(String text) {
    return matching(text, "BPNL[0-9A-Z]{12}", "BPNL000000000DWF");
  }

  static String domain(String text) {
    return matching(text, LABEL + "(?:\\." + LABEL + ")+", "company.example");
  }

  /** The URN PACT recommends for what is known by a number of somebody's own. */
  static String pact(String domain, String kind, String id) {
    return "urn:pact:" + domain + ":" + kind + ":" + percentEncoded(id);
  }

  static boolean isUuid(String text) {
    return text.matches(UUID_TEXT);
  }

  static boolean isUrn(String text) {
    return lowerCase(text).startsWith("urn:") && isUri(text);
  }

  /** Whether it is an absolute URI in printable ASCII. */
  static boolean isUri(String text) {
    try {
      return text.matches("[\\x21-\\x7e]+") && new URI(text).isAbsolute();
    } catch (URISyntaxException notUri) {
      return false;
    }
  }

  static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String matching(String text, String pattern, String example) {
    if (text.matches(pattern)) {
      return text;
    }
    throw new IllegalArgumentException("expected such as " + example + ", seen " + text);
  }

  static String among(String text, List<String> known) {
    if (known.contains(text)) {
      return text;
    }
    throw new IllegalArgumentException("expected one of " + known + ", seen " + text);
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= '0' && c <= '9')
          || (c >= 'A' && c <= 'Z')
          || (c >= 'a' && c <= 'z')
          || c == '-'
          || c == '.'
          || c == '_'
          || c == '~') {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
