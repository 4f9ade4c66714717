package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.SharedItem;

/**
 * What an issuer has said of a product of its own beside its declarations.
 *
 * @param withheld what it shows no longer, though it may have done so before
 * @param progress how far the tree behind the product is
 * @param totalWithheld when it did not show the number itself, earliest first
 */
public record IssuerWord(
    Set<SharedItem> withheld, Optional<Progress> progress, List<Span> totalWithheld) {
  /** It has said nothing. */
  public static final IssuerWord NONE = new IssuerWord(Set.of(), Optional.empty(), List.of());

  public IssuerWord {
    Set<SharedItem> copy = EnumSet.noneOf(SharedItem.class);
    copy.addAll(withheld);
    withheld = Collections.unmodifiableSet(copy);
    requireNonNull(progress, "progress");
    totalWithheld = List.copyOf(totalWithheld);
  }

  /** The same, with the times in which it did not show the number. */
  public IssuerWord withholding(List<Span> total) {
    return new IssuerWord(withheld, progress, total);
  }

  /** Whether the number itself is withheld now. */
  public boolean isTotalWithheld() {
    return withheld.contains(SharedItem.TOTAL);
  }

  /** Since when, and until when, the number is withheld that is so at a moment. */
  public Optional<Span> totalWithheldAt(Instant moment) {
    return totalWithheld.stream()
        .filter(span -> span.holdsAt(moment))
        .findFirst()
        .or(() -> Optional.of(Span.ALWAYS).filter(always -> isWithheldSinceNobodyKnows()));
  }

  private boolean isWithheldSinceNobodyKnows() {
    return isTotalWithheld() && totalWithheld.stream().allMatch(span -> span.until().isPresent());
  }

  /** Whether the issuer says that figures are missing behind its own. */
  public boolean isIncomplete() {
    return progress.filter(said -> !said.complete()).isPresent();
  }

  /**
   * How far the whole tree upstream of a product is.
   *
   * @param requests how many were asked and answered in it, where the issuer tells
   * @param changedOn the day of the last change
   */
  public record Progress(boolean complete, Optional<RequestCounts> requests, LocalDate changedOn) {
    public Progress {
      requireNonNull(requests, "requests");
      requireNonNull(changedOn, "changedOn");
    }
  }
}
