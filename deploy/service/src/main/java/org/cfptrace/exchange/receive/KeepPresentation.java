package org.cfptrace.exchange.receive;

import java.time.Instant;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.VerifiedDeclaration;

/** Where a supplier's declaration goes that a company has handed on to us. */
public interface KeepPresentation {
  /**
   * Keeps it for its presenter, in the transaction under way. It shows its product and its period.
   * One that is here already may show more now: what it showed before stays. With its total shown
   * it counts again, unless it was recalled or superseded.
   *
   * @param presenter who has handed it on, and for whom alone it counts
   * @param messageId the message that brought it
   */
  void keep(ParticipantId presenter, VerifiedDeclaration declaration, String messageId, Instant at);

  /**
   * One that a company has handed on is no figure any more. Saying so again changes nothing, and
   * what was recalled or superseded stays so.
   *
   * @return whether that company has handed on that declaration
   */
  boolean fell(ParticipantId presenter, Fallen fallen, Instant at);

  /**
   * How far the tree behind one is that a company has handed on; its latest word counts.
   *
   * @return whether that company has handed on that declaration
   */
  boolean progressed(ParticipantId presenter, Progressed progressed, Instant at);
}
