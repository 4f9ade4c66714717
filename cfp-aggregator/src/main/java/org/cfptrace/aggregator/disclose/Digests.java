package org.cfptrace.aggregator.disclose;

import java.util.HexFormat;
import org.cfptrace.keys.Sha256;

/** Digests as they are told outside: SHA-256, lower-case hexadecimal. */
public final class Digests {
  private Digests() {}

  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
