package org.cfptrace.service.http;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a successful write answers; kept beside its key so that a repeat hears the same.
 *
 * @param status 200, 201 or 204
 * @param body a record that Jackson writes, or nothing
 * @param version the new version, shown as ETag
 * @param location where the new thing is, where it can be asked for
 */
public record Answer(
    int status, Optional<Object> body, OptionalLong version, Optional<String> location) {
  /** Something new is at {@code location}. */
  public static Answer created(String location, Object body) {
    return new Answer(
        201, Optional.of(body), OptionalLong.empty(), Optional.of(URI.create(location).toString()));
  }

  /** Something new that has no address of its own. */
  public static Answer created(Object body) {
    return new Answer(201, Optional.of(body), OptionalLong.empty(), Optional.empty());
  }

  /** Done, and this is how it looks now. */
  public static Answer ok(Object body) {
    return new Answer(200, Optional.of(body), OptionalLong.empty(), Optional.empty());
  }

  /** Done, nothing to show. */
  public static Answer done() {
    return new Answer(204, Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  /** The same answer, with a version. */
  public Answer atVersion(long number) {
    return new Answer(status, body, OptionalLong.of(number), location);
  }
}
