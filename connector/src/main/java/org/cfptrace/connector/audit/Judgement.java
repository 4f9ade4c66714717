package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;

/** What came of judging an auditor's leave. */
public sealed interface Judgement {

  /** What each case leads to. */
  <R> R fold(Function<Granted, R> granted, Function<Denied, R> denied, Function<Unsure, R> unsure);

  /** The leave is good, for this declaration. */
  record Granted(Leave leave, DeclarationId declaration) implements Judgement {
    public Granted {
      requireNonNull(leave, "leave");
      requireNonNull(declaration, "declaration");
    }

    @Override
    public <R> R fold(
        Function<Granted, R> granted, Function<Denied, R> denied, Function<Unsure, R> unsure) {
      return granted.apply(this);
    }
  }

  /**
   * It is not.
   *
   * @param leave what it was, as far as its signature was good
   * @param declaration which of ours it names, where it does
   */
  record Denied(
      AuditRefusalReason reason, Optional<Leave> leave, Optional<DeclarationId> declaration)
      implements Judgement {
    public Denied {
      requireNonNull(reason, "reason");
      requireNonNull(leave, "leave");
      requireNonNull(declaration, "declaration");
    }

    @Override
    public <R> R fold(
        Function<Granted, R> granted, Function<Denied, R> denied, Function<Unsure, R> unsure) {
      return denied.apply(this);
    }
  }

  /** The registry has to be asked, and does not answer. */
  record Unsure() implements Judgement {
    @Override
    public <R> R fold(
        Function<Granted, R> granted, Function<Denied, R> denied, Function<Unsure, R> unsure) {
      return unsure.apply(this);
    }
  }
}
