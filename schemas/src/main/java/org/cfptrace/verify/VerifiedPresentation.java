package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.cfptrace.envelope.PresentationBody;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.footprint.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What a company has handed on to us: a supplier's declaration that was made for it, checked like
 * one of our own, or word that one it handed on stands no more, or how far the tree behind one is.
 * Only the reader makes one.
 */
public final class VerifiedPresentation {
  private final ParticipantId presenter;
  private final @Nullable VerifiedDeclaration declaration;
  private final @Nullable PresentationBody word;

  private VerifiedPresentation(
      ParticipantId presenter,
      @Nullable VerifiedDeclaration declaration,
      @Nullable PresentationBody word) {
    this.presenter = requireNonNull(presenter, "presenter");
    this.declaration = declaration;
    this.word = word;
  }

  static VerifiedPresentation of(ParticipantId presenter, VerifiedDeclaration declaration) {
    return new VerifiedPresentation(presenter, requireNonNull(declaration, "declaration"), null);
  }

  /** Nothing is checked of it beyond the message: it speaks of the presenter's own copies alone. */
  static VerifiedPresentation of(ParticipantId presenter, Fallen fallen) {
    return new VerifiedPresentation(presenter, null, requireNonNull(fallen, "fallen"));
  }

  /** As of what has fallen. */
  static VerifiedPresentation of(ParticipantId presenter, Progressed progressed) {
    return new VerifiedPresentation(presenter, null, requireNonNull(progressed, "progressed"));
  }

  /** Who has handed it on: the one for whom it was made. */
  public ParticipantId presenter() {
    return presenter;
  }

  /** What each case leads to. */
  public <R> R fold(
      Function<VerifiedDeclaration, R> presented,
      Function<Fallen, R> ended,
      Function<Progressed, R> progressed) {
    if (declaration != null) {
      return presented.apply(declaration);
    }
    return requireNonNull(word, "one of the two is there")
        .fold(
            bare -> {
              throw new IllegalStateException("a declaration is never kept unread");
            },
            ended,
            progressed);
  }

  /** Shows which case it is, never a value. */
  @Override
  public String toString() {
    return "VerifiedPresentation["
        + presenter
        + ", "
        + (declaration == null ? word instanceof Fallen ? "fallen" : "progress" : declaration)
        + "]";
  }
}
