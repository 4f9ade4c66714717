package org.cfptrace.participant;

import java.util.Base64;

/** The text form of certificates and requests (RFC 7468): exactly one block, nothing around it. */
public final class Pem {
  private Pem() {}

  public static String write(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** The bytes of the one block labelled {@code label}. */
  public static byte[] read(String label, String text) {
    var begin = "-----BEGIN " + label + "-----";
    var end = "-----END " + label + "-----";
    var trimmed = text.strip();
    if (!trimmed.startsWith(begin)
        || !trimmed.endsWith(end)
        || trimmed.length() < begin.length() + end.length()) {
      throw new IllegalArgumentException("expected one PEM block " + begin);
    }
    var body = trimmed.substring(begin.length(), trimmed.length() - end.length());
    try {
      return Base64.getDecoder().decode(body.replace("\r", "").replace("\n", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the PEM block " + label + " is not base64", e);
    }
  }
}
