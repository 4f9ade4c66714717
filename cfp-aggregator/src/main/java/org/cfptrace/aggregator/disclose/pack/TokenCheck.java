package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedNote;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * What an auditor will check of a token without any key: that it is the declaration it is said to
 * be, that the opening opens it, and that the proof leads to the checkpoint. Signatures were
 * checked when it came in.
 */
final class TokenCheck {
  private TokenCheck() {}

  static List<String> of(PackFacts.Token token) {
    List<String> faults = new ArrayList<>();
    try {
      SigningInput signed = SigningInput.ofToken(token.token());
      if (!signed.id().value().equals(token.declarationId())) {
        faults.add("the token is declaration " + signed.id());
      }
      token
          .opening()
          .map(it -> CommitmentOpening.fromJson(StrictJson.parse(it.getBytes(UTF_8))))
          .filter(opening -> !commitment(signed).opensTo(opening))
          .ifPresent(opening -> faults.add("the opening does not open the commitment"));
      token
          .proof()
          .map(EvidenceFiles::logged)
          .ifPresent(it -> proof(it, new DeclarationId(token.declarationId()), faults));
    } catch (IllegalArgumentException unreadable) {
      faults.add("cannot be read: " + unreadable.getMessage());
    }
    return faults;
  }

  private static Commitment commitment(SigningInput signed) {
    String payload = signed.text().substring(signed.text().indexOf('.') + 1);
    JsonNode claims = StrictJson.parse(Base64Url.decode(payload));
    return Commitment.parse(claims.path("ct").asText());
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
