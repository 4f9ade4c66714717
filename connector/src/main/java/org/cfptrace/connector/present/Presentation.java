package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;

/**
 * A supplier's declaration as it was handed on to one recipient.
 *
 * @param shown the claims that went last
 * @param messageId the message that handed it on last
 * @param proofMessageId the message that passed on the proof that it is in the public log
 * @param fall why it is no figure any more over there
 * @param saidIncomplete whether the recipient has last heard that figures are missing behind it
 */
public record Presentation(
    DeclarationId declarationId,
    ParticipantId recipient,
    Set<ClaimName> shown,
    UUID messageId,
    Instant presentedAt,
    Optional<UUID> proofMessageId,
    Optional<Fall> fall,
    boolean saidIncomplete) {
  public Presentation {
    requireNonNull(declarationId, "declarationId");
    requireNonNull(recipient, "recipient");
    Set<ClaimName> copy = EnumSet.noneOf(ClaimName.class);
    copy.addAll(shown);
    shown = Collections.unmodifiableSet(copy);
    requireNonNull(messageId, "messageId");
    requireNonNull(presentedAt, "presentedAt");
    requireNonNull(proofMessageId, "proofMessageId");
    requireNonNull(fall, "fall");
  }

  /**
   * That it is no figure any more.
   *
   * @param messageId the message that told so; empty where the correction that was handed on says
   *     it, or the recipient is no partner any more
   */
  public record Fall(
      Fallen.Kind kind, Optional<String> reason, Instant at, Optional<UUID> messageId) {
    public Fall {
      requireNonNull(kind, "kind");
      requireNonNull(reason, "reason");
      requireNonNull(at, "at");
      requireNonNull(messageId, "messageId");
    }
  }

  /** The same, with its proof over there. */
  Presentation provedBy(UUID proofMessage) {
    return new Presentation(
        declarationId,
        recipient,
        shown,
        messageId,
        presentedAt,
        Optional.of(proofMessage),
        fall,
        saidIncomplete);
  }

  /** The same, no figure any more. */
  Presentation fallen(Fall how) {
    return new Presentation(
        declarationId,
        recipient,
        shown,
        messageId,
        presentedAt,
        proofMessageId,
        Optional.of(how),
        saidIncomplete);
  }

  /** The same, of which the recipient has heard how far the tree behind it is. */
  Presentation progressed(boolean isComplete) {
    return new Presentation(
        declarationId, recipient, shown, messageId, presentedAt, proofMessageId, fall, !isComplete);
  }

  /** Whether it stands over there without a proof. */
  boolean lacksProof() {
    return fall.isEmpty() && proofMessageId.isEmpty();
  }

  /** Whether nothing more is to be said of it. */
  public boolean isOver() {
    return fall.filter(each -> each.kind().isFinal()).isPresent();
  }

  /** Whether it has come to this. */
  public boolean isFallen(Fallen.Kind kind) {
    return fall.filter(each -> each.kind() == kind).isPresent();
  }

  /** Whether handing it on with these claims would say more than was said. */
  public boolean isLessThan(Set<ClaimName> wouldShow) {
    if (isOver()) {
      return false;
    }
    // What was kept back stands again by its total alone.
    return isFallen(Fallen.Kind.WITHHELD)
        ? wouldShow.contains(ClaimName.TOTAL)
        : fall.isPresent() || !shown.containsAll(wouldShow);
  }
}
