package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.log.Inclusion;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.EvidenceReader;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * Compares what one audit was shown with what others were. A company tells two stories when behind
 * one declaration it shows another statement than before, or when another statement of the same
 * product and period stands in the log, neither recalled nor corrected.
 */
final class TwoStories {
  private final EvidenceReader reader;
  private final Anchors anchors;

  TwoStories(EvidenceReader reader, Anchors anchors) {
    this.reader = requireNonNull(reader, "reader");
    this.anchors = requireNonNull(anchors, "anchors");
  }

  /** The hops, with the faults that show only beside other audits. */
  List<Hop> checked(List<Hop> hops, List<EarlierWord> earlier) {
    return earlier.isEmpty()
        ? hops
        : hops.stream().map(hop -> isTold(hop, earlier) ? hop.with(fault()) : hop).toList();
  }

  private boolean isTold(Hop hop, List<EarlierWord> earlier) {
    return hop.told()
        .filter(told -> earlier.stream().anyMatch(word -> contradicts(told, word)))
        .isPresent();
  }

  private static Finding.Fault fault() {
    return new Finding.Fault(
        Reason.STATEMENT_DIFFERS, "another audit was shown a different statement");
  }

  /** Whether the two cannot both be what the company has to say. */
  boolean contradicts(Told told, EarlierWord word) {
    return word.company().equals(told.company())
        && reader
            .read(word.declaration(), Optional.empty(), word.company())
            .asOptional()
            .filter(evidence -> contradicts(told, word, evidence))
            .isPresent();
  }

  private boolean contradicts(Told told, EarlierWord word, Evidence evidence) {
    VerifiedDeclaration earlier = evidence.declaration();
    Optional<DeclarationId> statement = StatementCheck.statementOf(earlier);
    if (statement.isEmpty() || statement.get().equals(told.statement())) {
      return false;
    }
    return earlier.id().equals(told.declaration())
        || (StatementCheck.isSelfDeclaration(earlier)
            && isAboutTheSame(told, earlier)
            && !told.corrected().equals(statement)
            && stands(word, evidence));
  }

  private static boolean isAboutTheSame(Told told, VerifiedDeclaration earlier) {
    return Hop.Stated.of(earlier)
        .filter(new Hop.Stated(told.company(), told.product(), told.period())::equals)
        .isPresent();
  }

  private boolean stands(EarlierWord word, Evidence evidence) {
    try {
      Inclusion inclusion =
          anchors.inclusion(
              evidence.declaration().id(),
              word.proof().orElseThrow(() -> new Broken(Reason.NOT_LOGGED, "no proof")));
      anchors.checkStatus(inclusion, Reason.RECALLED, Reason.SUPERSEDED);
      return evidence.judgeAt(inclusion.time()).asOptional().isPresent();
    } catch (Broken doesNotStand) {
      return false;
    }
  }
}
