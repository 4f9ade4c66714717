package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.verify.SignedTokens;

/**
 * Reads the auditor's word that a supplier has attached to a declaration, as a stranger does: a
 * supplier may attach whatever it likes, and only what an accredited auditor has signed about just
 * this company, product and period is worth anything.
 */
public final class ReadAttachedWord {
  private final Auditors directory;
  private final WithdrawnWords withdrawn;

  public ReadAttachedWord(Auditors directory, WithdrawnWords withdrawn) {
    this.directory = requireNonNull(directory, "directory");
    this.withdrawn = requireNonNull(withdrawn, "withdrawn");
  }

  /**
   * The word that a declaration shows; empty where it shows none.
   *
   * @throws Refused for a person who waits for the answer, when the registry does not give one
   */
  public Optional<AttachedWord> on(ReceivedDeclaration declaration) {
    try {
      return Optional.ofNullable(declaration.claims().get(ClaimName.ATTEST))
          .map(claim -> judged(declaration, claim.toJson()));
    } catch (Registry.RegistryAway away) {
      throw unavailable();
    }
  }

  private AttachedWord judged(ReceivedDeclaration declaration, JsonNode attached) {
    String token = attached.path("jws").asText();
    SignedTokens tokens =
        SignedTokens.ofHistory(new KeyHistory(directory::entry, CryptoProviders.chosen()));
    return Attestation.read(token, tokens)
        .fold(
            accepted -> judged(declaration, accepted.value(), token, attached),
            held -> {
              throw unavailable();
            },
            refused ->
                new AttachedWord(
                    token, Optional.empty(), Set.of(Doubt.NOT_SIGNED), Optional.empty()));
  }

  private AttachedWord judged(
      ReceivedDeclaration declaration, Attestation word, String token, JsonNode attached) {
    String digest = WithdrawAttestation.digestOf(token);
    Optional<WithdrawnWords.Withdrawn> takenBack = withdrawn.of(word.issuer(), digest);
    Set<Doubt> doubts = doubts(declaration, word);
    note(doubts, Doubt.OTHER_DIGEST, !digest.equals(attached.path("digest").asText()));
    note(doubts, Doubt.WITHDRAWN, takenBack.isPresent());
    return new AttachedWord(token, Optional.of(word), doubts, takenBack);
  }

  private Set<Doubt> doubts(ReceivedDeclaration declaration, Attestation word) {
    return Doubt.of(
        word,
        declaration.issuer(),
        declaration.product().traceId(),
        declaration.period().period(),
        directory.entry(word.issuer()));
  }

  private static void note(Set<Doubt> doubts, Doubt doubt, boolean isThere) {
    if (isThere) {
      doubts.add(doubt);
    }
  }

  private static Refused unavailable() {
    return new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
  }
}
