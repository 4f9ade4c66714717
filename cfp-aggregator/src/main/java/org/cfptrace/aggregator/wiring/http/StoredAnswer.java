package org.cfptrace.aggregator.wiring.http;

import java.util.Optional;
import java.util.function.Function;

/** An answer in the form it is kept in: its body is the JSON that was sent. */
record StoredAnswer(int status, Optional<String> body) {
  static StoredAnswer of(Answer answer, Function<Object, String> written) {
    return new StoredAnswer(answer.status(), answer.body().map(written));
  }
}
