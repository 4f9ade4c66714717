package org.cfptrace.connector.declare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What we have said, kept for good. */
public interface IssuedDeclarations {
  /**
   * A declaration to be kept.
   *
   * @param figure digest of all that is stated, to know whether anything has changed since
   * @param view what the recipient gets, character by character
   * @param messageId the message that carries it
   */
  record Made(
      SignedDeclaration signed,
      Audience audience,
      ParticipantId recipient,
      TraceId product,
      Period period,
      LocalDate validUntil,
      List<Claim> claims,
      Optional<DeclarationId> statement,
      String figure,
      String view,
      Set<ClaimName> shown,
      Cause cause,
      Optional<UUID> messageId) {
    public Made {
      claims = List.copyOf(claims);
      shown = Set.copyOf(shown);
    }
  }

  /** Who wanted a declaration. */
  enum Cause {
    /** A person, this time. */
    PERSON,
    /** The rule that an approver has released. */
    AUTOMATIC
  }

  /** The bytes of a declaration and the opening of its commitment, to make another view of it. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared or kept
  record Kept(byte[] bytes, CommitmentOpening opening) {}

  /** Keeps one. */
  void keep(Made made, Instant at);

  /** Lets nobody else declare this product to that recipient until the transaction ends. */
  void lock(TraceId product, ParticipantId recipient);

  /** What was said last to a recipient about a product for a period, whether or not it stands. */
  Optional<IssuedDeclaration> lastWord(TraceId product, ParticipantId recipient, Period period);

  /** What stands of what was said to a recipient about a product, latest period first. */
  List<IssuedDeclaration> standing(TraceId product, ParticipantId recipient);

  /** The copies for others that stand of a product, for all recipients and periods. */
  List<IssuedDeclaration> standingCopies(TraceId product);

  /** The copies that were made from a statement and stand. */
  List<IssuedDeclaration> standingCopiesOf(DeclarationId statement);

  /** The copies for others that were withdrawn with this statement or, if it is one, this copy. */
  List<IssuedDeclaration> recalledWith(DeclarationId id);

  /** How many were made by rule, without a person, since then. */
  long automaticSince(TraceId product, ParticipantId recipient, Instant since);

  /** One is corrected by another. */
  void supersede(DeclarationId old, DeclarationId by, Instant at);

  /** One is withdrawn without a replacement. */
  void recall(DeclarationId id, String reason, Instant at);

  /** What was kept of one. */
  Optional<Kept> kept(DeclarationId id);

  /** The recipient gets to see more of one. */
  void showMore(DeclarationId id, String view, Set<ClaimName> shown, UUID messageId);

  /** One of them. */
  Optional<IssuedDeclaration> find(DeclarationId id);

  /** All, newest first. */
  Page<IssuedDeclaration> newestFirst(PageRequest page);
}
