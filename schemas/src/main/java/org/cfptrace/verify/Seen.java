package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * What was accepted before. The reader only asks; whoever stores what was accepted records {@link
 * VerifiedMessage#digest()} or the declaration's id under its {@code jti}, in the same transaction.
 */
@FunctionalInterface
public interface Seen {

  /** The digest recorded for an issuer's identifier, if it was accepted before. */
  Optional<String> digestOf(ParticipantId issuer, String jti);

  /**
   * As {@link #digestOf}, of declarations that a company has handed on: where each company's are
   * kept apart, only those of the presenter are looked through.
   */
  default Optional<String> presentedDigestOf(
      ParticipantId presenter, ParticipantId issuer, String jti) {
    return digestOf(issuer, jti);
  }

  /**
   * The declaration of this id, whoever issued it, if it was accepted before. A reader that is told
   * of none takes every correction for one of something it never got.
   */
  default Optional<Earlier> earlier(DeclarationId id) {
    return Optional.empty();
  }

  /** Nothing was seen yet. */
  static Seen nothing() {
    return (issuer, jti) -> Optional.empty();
  }

  /**
   * What a correction is held against.
   *
   * @param supersedes what it corrected itself, if anything
   */
  record Earlier(
      ParticipantId issuer, TraceId product, Period period, Optional<DeclarationId> supersedes) {
    public Earlier {
      requireNonNull(issuer, "issuer");
      requireNonNull(product, "product");
      requireNonNull(period, "period");
      requireNonNull(supersedes, "supersedes");
    }
  }
}
