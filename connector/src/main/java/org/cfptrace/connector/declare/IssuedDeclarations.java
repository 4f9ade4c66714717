package org.cfptrace.connector.declare;

import java.time.Instant;
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
      List<Claim> claims,
      Optional<DeclarationId> statement,
      String figure,
      String view,
      Set<ClaimName> shown,
      Optional<UUID> messageId) {
    public Made {
      claims = List.copyOf(claims);
      shown = Set.copyOf(shown);
    }
  }

  /** Keeps one. */
  void keep(Made made, Instant at);

  /** The latest self-declaration of a product for a period, if it states just this. */
  Optional<DeclarationId> latestStatement(TraceId product, Period period, String figure);

  /** One of them. */
  Optional<IssuedDeclaration> find(DeclarationId id);

  /** All, newest first. */
  Page<IssuedDeclaration> newestFirst(PageRequest page);
}
