package org.cfptrace.aggregator.disclose.shell;

import java.net.URI;
import java.net.URISyntaxException;

/** A product's global id: a URI, such as an identification link or a URN. */
final class AssetId {
  private static final int LONGEST = 500;

  private AssetId() {}

  static String of(String text) {
    if (text.length() > LONGEST || !isAbsolute(text)) {
      throw new IllegalArgumentException(
          "expected an absolute URI of at most " + LONGEST + " characters");
    }
    return text;
  }

  private static boolean isAbsolute(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException notAUri) {
      return false;
    }
  }
}
