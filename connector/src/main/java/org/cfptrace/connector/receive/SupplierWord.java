package org.cfptrace.connector.receive;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.SharedItem;

/**
 * What a partner has said about a product of its own beside its declarations.
 *
 * @param isLinked it has linked the product to a request of ours
 * @param withheld what it shows no longer, though it did before
 * @param progress how far the tree behind it is
 */
public record SupplierWord(
    boolean isLinked, Set<SharedItem> withheld, Optional<Progress> progress) {
  /** It has said nothing. */
  public static final SupplierWord NONE = new SupplierWord(false, Set.of(), Optional.empty());

  public SupplierWord {
    Set<SharedItem> copy = EnumSet.noneOf(SharedItem.class);
    copy.addAll(withheld);
    withheld = Collections.unmodifiableSet(copy);
    requireNonNull(progress, "progress");
  }

  /** Whether the number itself is withheld. */
  public boolean isTotalWithheld() {
    return withheld.contains(SharedItem.TOTAL);
  }

  /** Whether the partner says that figures are missing behind it. */
  public boolean isIncomplete() {
    return progress.filter(said -> !said.complete()).isPresent();
  }

  /**
   * How far the whole tree upstream of a product is.
   *
   * @param requests how many were asked and answered in it, where the partner tells
   */
  public record Progress(boolean complete, Optional<RequestCounts> requests, LocalDate changedOn) {}
}
