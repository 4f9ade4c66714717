package org.cfptrace.service.http;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** An answer in the form it is kept in: its body is the JSON that was sent. */
public record StoredAnswer(
    int status, Optional<String> body, OptionalLong version, Optional<String> location) {
  static StoredAnswer of(Answer answer, Function<Object, String> written) {
    return new StoredAnswer(
        answer.status(), answer.body().map(written), answer.version(), answer.location());
  }
}
