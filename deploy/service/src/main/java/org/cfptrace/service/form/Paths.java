package org.cfptrace.service.form;

import java.util.function.Function;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Refused;

/**
 * Identifiers in paths: one that cannot be read names nothing, which is a 404 and not a fault of a
 * field.
 */
public final class Paths {
  private static final int SHOWN = 80;

  private Paths() {}

  /** The trace id of a path. */
  public static TraceId traceId(String text) {
    return read("product", text, TraceId::of);
  }

  /** Reads any identifier of a path; {@code what} it names is told where there is no such thing. */
  public static <T> T read(String what, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException unreadable) {
      throw Refused.notFound(what, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
  }
}
