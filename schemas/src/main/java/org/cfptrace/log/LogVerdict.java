package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/** What came of checking something about the log. */
public sealed interface LogVerdict<T> {

  /** It holds, and this is what it shows. */
  record Proven<T>(T value) implements LogVerdict<T> {
    public Proven {
      requireNonNull(value, "value");
    }

    @Override
    public <R> R fold(Function<T, R> proven, Function<Refused<T>, R> refused) {
      return proven.apply(value);
    }
  }

  /** It does not hold. */
  record Refused<T>(LogReason reason, String detail) implements LogVerdict<T> {
    public Refused {
      requireNonNull(reason, "reason");
      requireNonNull(detail, "detail");
    }

    @Override
    public <R> R fold(Function<T, R> proven, Function<Refused<T>, R> refused) {
      return refused.apply(this);
    }
  }

  static <T> LogVerdict<T> proven(T value) {
    return new Proven<>(value);
  }

  static <T> LogVerdict<T> refused(LogReason reason, String detail) {
    return new Refused<>(reason, detail);
  }

  <R> R fold(Function<T, R> proven, Function<Refused<T>, R> refused);

  /** Goes on with what was proven, if it was. */
  default <R> LogVerdict<R> then(Function<T, LogVerdict<R>> next) {
    return fold(next, refused -> new Refused<>(refused.reason(), refused.detail()));
  }

  default Optional<T> asOptional() {
    return fold(Optional::of, refused -> Optional.empty());
  }

  /** Why it was refused; empty when it was proven. */
  default Optional<LogReason> whyNot() {
    return fold(value -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  /** What was proven; for callers to whom a refusal is a broken world. */
  default T orElseThrow() {
    return fold(
        Function.identity(),
        refused -> {
          throw new IllegalStateException(refused.reason() + ": " + refused.detail());
        });
  }
}
