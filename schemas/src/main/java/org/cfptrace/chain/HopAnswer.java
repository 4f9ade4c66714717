package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.cfptrace.envelope.AuditRefusalReason;

/** What a company answered when it was asked for a declaration. */
public sealed interface HopAnswer {

  /** It has shown it. */
  record Shown(ShownDeclaration declaration) implements HopAnswer {
    public Shown {
      requireNonNull(declaration, "declaration");
    }
  }

  /** It does not show it. */
  record Refused(AuditRefusalReason reason) implements HopAnswer {
    public Refused {
      requireNonNull(reason, "reason");
    }
  }

  /**
   * There is no answer.
   *
   * @param why for a person: not asked, not reached, not answered in time
   */
  record Unavailable(String why) implements HopAnswer {
    public Unavailable {
      requireNonNull(why, "why");
    }
  }

  default <R> R fold(
      Function<Shown, R> shown,
      Function<Refused, R> refused,
      Function<Unavailable, R> unavailable) {
    if (this instanceof Shown given) {
      return shown.apply(given);
    }
    return this instanceof Refused no ? refused.apply(no) : unavailable.apply((Unavailable) this);
  }
}
