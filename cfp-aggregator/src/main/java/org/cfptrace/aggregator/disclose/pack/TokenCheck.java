package org.cfptrace.aggregator.disclose.pack;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedNote;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.DeclarationHead;

/**
 * What an auditor will check of a token without any key: that it is the declaration it is said to
 * be, that the opening opens it, and that the proof leads to the checkpoint. Signatures were
 * checked when it came in.
 */
final class TokenCheck {
  private static final String CANNOT_BE_READ = "cannot be read: ";

  private TokenCheck() {}

  static List<String> of(PackFacts.Token token) {
    return DeclarationHead.ofToken(token.token())
        .fold(
            accepted -> faults(token, accepted.value()),
            held -> List.of(CANNOT_BE_READ + held.detail()),
            refused -> List.of(CANNOT_BE_READ + refused.detail()));
  }

  private static List<String> faults(PackFacts.Token token, DeclarationHead head) {
    List<String> faults = new ArrayList<>();
    try {
      if (!head.id().value().equals(token.declarationId())) {
        faults.add("the token is declaration " + head.id());
      }
      token
          .opening()
          .map(it -> CommitmentOpening.fromJson(StrictJson.parseKept(it)))
          .filter(opening -> !isOpenedBy(head, opening))
          .ifPresent(opening -> faults.add("the opening does not open the commitment"));
      token
          .proof()
          .map(EvidenceFiles::logged)
          .ifPresent(it -> proof(it, new DeclarationId(token.declarationId()), faults));
    } catch (IllegalArgumentException unreadable) {
      faults.add(CANNOT_BE_READ + unreadable.getMessage());
    }
    return faults;
  }

  private static boolean isOpenedBy(DeclarationHead head, CommitmentOpening opening) {
    return head.commitment()
        .asOptional()
        .filter(commitment -> commitment.opensTo(opening))
        .isPresent();
  }

  private static void proof(LoggedEntry entry, DeclarationId id, List<String> faults) {
    if (!entry.declarationId().equals(id)) {
      faults.add("the proof is of declaration " + entry.declarationId());
      return;
    }
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(entry.checkpoint()).text());
    entry
        .proof()
        .check(LogEntry.ofDeclaration(id), checkpoint)
        .fold(
            index -> true,
            refused -> faults.add("the proof of the log does not hold: " + refused.detail()));
  }
}
