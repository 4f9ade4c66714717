package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainVerifier;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.chain.Told;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.log.LoggedEntry;

/**
 * Holds what an audit was shown beside what our other audits were, whoever has ordered them, and
 * keeps it for the next. Of another audit nothing goes into the evidence of this one but the word
 * that contradicts it.
 */
final class CompareAudits {
  private final SeenStatements seen;

  CompareAudits(SeenStatements seen) {
    this.seen = requireNonNull(seen, "seen");
  }

  /** What other audits were shown and cannot stand beside this. */
  List<EarlierWord> contradicting(UUID audit, ChainVerifier verifier, ChainVerdict alone) {
    return verifier.contradicting(alone, seen.unlike(audit, alone.told()));
  }

  /** Keeps what was shown of every declaration that holds by itself. */
  void keep(
      UUID audit,
      ChainVerdict alone,
      ShownDeclaration root,
      Map<DeclarationId, HopAnswer> answers) {
    List<SeenStatements.Seen> words = new ArrayList<>();
    for (Told told : alone.told()) {
      ShownDeclaration shown =
          answers.get(told.declaration()) instanceof HopAnswer.Shown given
              ? given.declaration()
              : root;
      words.add(word(told, told.declaration(), shown.declaration(), shown.proof()));
      shown
          .statement()
          .ifPresent(
              behind -> words.add(word(told, told.statement(), behind, shown.statementProof())));
    }
    seen.keep(audit, words);
  }

  private static SeenStatements.Seen word(
      Told told, DeclarationId id, DeclarationBody body, Optional<LoggedEntry> proof) {
    return new SeenStatements.Seen(
        id, told, EarlierWord.of(told.company(), body.declaration(), proof));
  }
}
