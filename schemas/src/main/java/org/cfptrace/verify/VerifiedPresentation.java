package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What a company has handed on to us: a supplier's declaration that was made for it, checked like
 * one of our own, or word that one it handed on stands no more. Only the reader makes one.
 */
public final class VerifiedPresentation {
  private final ParticipantId presenter;
  private final @Nullable VerifiedDeclaration declaration;
  private final @Nullable Fallen fallen;

  private VerifiedPresentation(
      ParticipantId presenter, @Nullable VerifiedDeclaration declaration, @Nullable Fallen fallen) {
    this.presenter = requireNonNull(presenter, "presenter");
    this.declaration = declaration;
    this.fallen = fallen;
  }

  static VerifiedPresentation of(ParticipantId presenter, VerifiedDeclaration declaration) {
    return new VerifiedPresentation(presenter, requireNonNull(declaration, "declaration"), null);
  }

  /** Nothing is checked of it beyond the message: it speaks of the presenter's own copies alone. */
  static VerifiedPresentation of(ParticipantId presenter, Fallen fallen) {
    return new VerifiedPresentation(presenter, null, requireNonNull(fallen, "fallen"));
  }

  /** Who has handed it on: the one for whom it was made. */
  public ParticipantId presenter() {
    return presenter;
  }

  /** What each case leads to. */
  public <R> R fold(Function<VerifiedDeclaration, R> presented, Function<Fallen, R> ended) {
    return declaration != null
        ? presented.apply(declaration)
        : ended.apply(requireNonNull(fallen, "one of the two is there"));
  }

  /** Shows which case it is, never a value. */
  @Override
  public String toString() {
    return "VerifiedPresentation["
        + presenter
        + ", "
        + (fallen == null ? declaration : "fallen")
        + "]";
  }
}
