package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * トレース識別子: the identity of a product at its owner, {@code urn:uuid:…} in small letters. CSV and
 * Ouranos forms use the bare UUID.
 */
public record TraceId(UUID uuid) {

  private static final String URN = "urn:uuid:";
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public TraceId {
    requireNonNull(uuid, "uuid");
  }

  /** Reads the URN form. Only the canonical spelling passes, so that equal ids are equal bytes. */
  public static TraceId of(String urn) {
    if (!urn.startsWith(URN) || !CANONICAL.matcher(urn.substring(URN.length())).matches()) {
      throw new IllegalArgumentException("expected urn:uuid:<uuid in small letters>, got " + urn);
    }
    return new TraceId(UUID.fromString(urn.substring(URN.length())));
  }

  /** Reads the bare form of CSV files and Ouranos messages, in small or capital letters. */
  public static TraceId ofBareUuid(String text) {
    return of(URN + text.toLowerCase(Locale.ROOT));
  }

  public static TraceId random() {
    return new TraceId(UUID.randomUUID());
  }

  public String bareUuid() {
    return uuid.toString();
  }

  @Override
  public String toString() {
    return URN + uuid;
  }
}
