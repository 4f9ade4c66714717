package org.cfptrace.connector.receive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
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

  /** All of one product, the latest period first and within a period the latest first. */
  List<ReceivedDeclaration> of(ParticipantId issuer, TraceId product);

  /**
   * All, newest first.
   *
   * @param isLinked only those that are, or are not, used by a line; empty for all
   */
  Page<ReceivedDeclaration> newestFirst(PageRequest page, Optional<Boolean> isLinked);
}
