package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading something from outside: accepted, held (it may pass later: keep the bytes
 * and read again), or refused. Neither of the last two carries anything of the content, only where
 * it came from, if a signature says so.
 */
public sealed interface Reading<T> {

  /** It passed every check. */
  record Accepted<T>(T value) implements Reading<T> {
    public Accepted {
      requireNonNull(value, "value");
    }

    @Override
    public <R> R fold(
        Function<Accepted<T>, R> accepted,
        Function<Held<T>, R> held,
        Function<Refused<T>, R> refused) {
      return accepted.apply(this);
    }
  }

  /** It cannot be judged yet. */
  record Held<T>(Reason reason, String detail, Optional<Origin> origin) implements Reading<T> {
    public Held {
      requireNonNull(reason, "reason");
      requireNonNull(detail, "detail");
      requireNonNull(origin, "origin");
    }

    @Override
    public <R> R fold(
        Function<Accepted<T>, R> accepted,
        Function<Held<T>, R> held,
        Function<Refused<T>, R> refused) {
      return held.apply(this);
    }
  }

  /** It is refused, and will be whenever it is read again. */
  record Refused<T>(Reason reason, String detail, Optional<Origin> origin) implements Reading<T> {
    public Refused {
      requireNonNull(reason, "reason");
      requireNonNull(detail, "detail");
      requireNonNull(origin, "origin");
    }

    @Override
    public <R> R fold(
        Function<Accepted<T>, R> accepted,
        Function<Held<T>, R> held,
        Function<Refused<T>, R> refused) {
      return refused.apply(this);
    }
  }

  static <T> Reading<T> accepted(T value) {
    return new Accepted<>(value);
  }

  /** Held or refused, as the reason says. */
  static <T> Reading<T> stopped(Reason reason, String detail, Optional<Origin> origin) {
    return reason.isHeld()
        ? new Held<>(reason, detail, origin)
        : new Refused<>(reason, detail, origin);
  }

  <R> R fold(
      Function<Accepted<T>, R> accepted,
      Function<Held<T>, R> held,
      Function<Refused<T>, R> refused);

  /** Goes on with the value, if there is one. */
  default <R> Reading<R> then(Function<T, Reading<R>> next) {
    return fold(
        accepted -> next.apply(accepted.value()),
        held -> new Held<>(held.reason(), held.detail(), held.origin()),
        refused -> new Refused<>(refused.reason(), refused.detail(), refused.origin()));
  }

  default Optional<T> asOptional() {
    return fold(
        accepted -> Optional.of(accepted.value()), h -> Optional.empty(), r -> Optional.empty());
  }

  /** Why it stopped; empty when accepted. */
  default Optional<Reason> whyNot() {
    return fold(
        accepted -> Optional.empty(),
        held -> Optional.of(held.reason()),
        refused -> Optional.of(refused.reason()));
  }
}
