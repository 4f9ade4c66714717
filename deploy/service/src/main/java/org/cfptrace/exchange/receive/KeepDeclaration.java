package org.cfptrace.exchange.receive;

import java.time.Instant;
import org.cfptrace.verify.VerifiedDeclaration;

/** Where a partner's declaration goes once it is verified. */
@FunctionalInterface
public interface KeepDeclaration {
  /**
   * Keeps it, and does what follows from it, in the transaction under way. It shows its product and
   * its period. One that is here already may show more now: what it showed before stays.
   *
   * @param messageId the message that brought it
   */
  void keep(VerifiedDeclaration declaration, String messageId, Instant at);
}
