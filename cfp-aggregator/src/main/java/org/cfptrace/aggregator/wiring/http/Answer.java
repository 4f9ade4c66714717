package org.cfptrace.aggregator.wiring.http;

import java.util.Optional;

/**
 * What a successful write answers; kept beside its key so that a repeat hears the same.
 *
 * @param status 200 or 204
 * @param body a record that Jackson writes, or nothing
 */
public record Answer(int status, Optional<Object> body) {
  /** Done, and this is how it looks now. */
  public static Answer ok(Object body) {
    return new Answer(200, Optional.of(body));
  }
}
