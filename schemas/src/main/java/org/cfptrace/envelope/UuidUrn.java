package org.cfptrace.envelope;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * {@code urn:uuid:…} in small letters: the one spelling of ids, so that equal ids are equal bytes.
 */
final class UuidUrn {
  private static final String URN = "urn:uuid:";
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private UuidUrn() {}

  static UUID read(String urn) {
    if (!urn.startsWith(URN) || !CANONICAL.matcher(urn.substring(URN.length())).matches()) {
      throw new IllegalArgumentException("expected urn:uuid:<uuid in small letters>, got " + urn);
    }
    return UUID.fromString(urn.substring(URN.length()));
  }

  static String write(UUID uuid) {
    return URN + uuid;
  }
}
