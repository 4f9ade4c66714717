package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.Told;
import org.cfptrace.declaration.DeclarationId;

/**
 * What our audits were shown, as far as it says which statement stands behind which declaration.
 */
public interface SeenStatements {

  /**
   * A declaration that was shown, for comparing later audits with.
   *
   * @param declaration a copy, or the statement behind it
   * @param of what it is about
   */
  record Seen(DeclarationId declaration, Told of, EarlierWord word) {
    public Seen {
      requireNonNull(declaration, "declaration");
      requireNonNull(of, "of");
      requireNonNull(word, "word");
    }
  }

  /** Keeps what an audit was shown. */
  void keep(UUID audit, List<Seen> seen);

  /**
   * What other audits were shown that speaks of another statement: behind one of these
   * declarations, or of the same product and period. Whether it still stands is not asked.
   */
  List<EarlierWord> unlike(UUID audit, List<Told> told);
}
