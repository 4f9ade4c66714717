package org.cfptrace.connector.receive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.VerifiedDeclaration;

/** What others have told us. */
public interface ReceivedDeclarations {
  /** The declaration id under which an issuer's {@code jti} was accepted before. */
  Optional<String> idOf(ParticipantId issuer, String jti);

  /**
   * Keeps a declaration. One that is here already may show more now: what it showed before stays.
   *
   * @param messageId the message that brought it
   */
  void keep(VerifiedDeclaration declaration, String messageId, Instant at);

  /** One of them. */
  Optional<ReceivedDeclaration> find(DeclarationId id);

  /** The token of one as it came, with every disclosure we were given. */
  Optional<String> token(DeclarationId id);

  /** All of one product, the latest period first and within a period the latest first. */
  List<ReceivedDeclaration> of(ParticipantId issuer, TraceId product);

  /**
   * All, newest first.
   *
   * @param isLinked only those that are, or are not, used by a line; empty for all
   */
  Page<ReceivedDeclaration> newestFirst(PageRequest page, Optional<Boolean> isLinked);

  /**
   * An issuer withdraws one of its declarations.
   *
   * @return the declaration, if that issuer had given it to us and it was not withdrawn before
   */
  Optional<ReceivedDeclaration> recall(
      ParticipantId issuer, DeclarationId id, String reason, Instant at);

  /**
   * How many have come since then of what these products of ours buy, except from that company, at
   * most so many counted of each supplier's product.
   */
  long cameSince(Instant since, Collection<TraceId> buyers, ParticipantId except, int mostOfEach);

  /** In which thread the last one of a product came. */
  Optional<String> threadOf(ParticipantId issuer, TraceId product);

  /** What is known of one that another may supersede. */
  Optional<Seen.Earlier> earlier(DeclarationId id);

  /** The periods for which one with its total stands of a partner's product, latest first. */
  List<Period> standing(ParticipantId issuer, TraceId product);
}
