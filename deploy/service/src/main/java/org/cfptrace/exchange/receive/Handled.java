package org.cfptrace.exchange.receive;

import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.verify.Reading;

/** What became of a message whose signature and address were good. */
public sealed interface Handled {
  /**
   * Applied.
   *
   * @param declaration the declaration it carried, if it carried one
   */
  record Applied(Optional<DeclarationId> declaration) implements Handled {
    @Override
    public <R> R fold(
        Function<Applied, R> applied, Function<Refused, R> refused, Function<Held, R> held) {
      return applied.apply(this);
    }
  }

  /** We will not have it, and tell the sender so. */
  record Refused(Why why) implements Handled {
    @Override
    public <R> R fold(
        Function<Applied, R> applied, Function<Refused, R> refused, Function<Held, R> held) {
      return refused.apply(this);
    }
  }

  /** It cannot be judged yet. */
  record Held(Why why) implements Handled {
    @Override
    public <R> R fold(
        Function<Applied, R> applied, Function<Refused, R> refused, Function<Held, R> held) {
      return held.apply(this);
    }
  }

  /** What each case leads to. */
  <R> R fold(Function<Applied, R> applied, Function<Refused, R> refused, Function<Held, R> held);

  /** Applied, and nothing more to say. */
  static Handled done() {
    return new Applied(Optional.empty());
  }

  /** What a reading leads to, where an accepted value is then applied. */
  static <T> Handled of(Reading<T> reading, Function<T, Handled> apply) {
    return reading.fold(
        accepted -> apply.apply(accepted.value()),
        held -> new Held(Why.of(held.reason(), held.detail())),
        refused -> new Refused(Why.of(refused.reason(), refused.detail())));
  }
}
