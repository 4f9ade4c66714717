package org.cfptrace.aggregator.disclose;

import java.net.URI;
import java.net.URISyntaxException;

/** A web link that a document prints: absolute, https, with a host. */
public final class HttpsLink {
  private static final int LONGEST = 1000;

  private HttpsLink() {}

  /**
   * The link as it was written.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static String of(String text) {
    if (text.length() > LONGEST || !isLink(text)) {
      throw new IllegalArgumentException(
          "expected a link such as https://example.com/study.pdf of at most "
              + LONGEST
              + " characters");
    }
    return text;
  }

  private static boolean isLink(String text) {
    try {
      URI link = new URI(text);
      return "https".equals(link.getScheme())
          && link.getHost() != null
          && link.getRawUserInfo() == null
          && text.equals(link.toASCIIString());
    } catch (URISyntaxException notALink) {
      return false;
    }
  }
}
