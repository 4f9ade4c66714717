package org.cfptrace.exchange.anchor;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;

/** What companies have given us: what they declared, and what of others they have handed on. */
@FunctionalInterface
public interface Heard {
  /**
   * The signed token of a declaration, with or without disclosures; empty where that company has
   * not given it to us.
   */
  Optional<String> token(DeclarationId id, ParticipantId from);
}
