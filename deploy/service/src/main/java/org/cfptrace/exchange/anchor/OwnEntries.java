package org.cfptrace.exchange.anchor;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.LoggedEntry;

/** What we have declared, on its way into the log. */
public interface OwnEntries {
  /**
   * A declaration that has a place in the log.
   *
   * @param recipient to whom it was declared; empty for a self-declaration
   */
  record Placed(DeclarationId id, Optional<ParticipantId> recipient, TraceId product, long index) {}

  /** A declaration of which the log has to be told that it does not stand any more. */
  record Fallen(DeclarationId id, PublicLog.StatusBit bit) {}

  /** Adds a declaration in the transaction in which it is made. */
  void add(
      DeclarationId id, Optional<ParticipantId> recipient, TraceId product, Instant declaredAt);

  /** A declaration does not stand any more; the log is told once it is in it. */
  void fell(DeclarationId id, PublicLog.StatusBit bit, Instant at);

  /**
   * Claims declarations without a place that are due; nobody else claims them before {@code until}.
   */
  List<DeclarationId> claimUnplaced(Instant now, Instant until, int most);

  /** It has a place. */
  void placed(DeclarationId id, long index, Instant at);

  /** Claims declarations with a place and without a proof that are due. */
  List<Placed> claimUnproven(Instant now, Instant until, int most);

  /**
   * It is proved to be there since then.
   *
   * @return whether this was not known before
   */
  boolean proven(DeclarationId id, LoggedEntry proof, Instant since);

  /** Claims what the log has not heard yet of those in it that have fallen. */
  List<Fallen> claimFallen(Instant now, Instant until, int most);

  /** The log has heard. */
  void told(Fallen fallen, Instant at);

  /** The log has not heard; how often in a row decides when it is told again. */
  void tellLater(Collection<Fallen> fallen, Instant now);

  /** Nothing came of it now; how often in a row decides when it is tried again. */
  void tryLater(Collection<DeclarationId> ids, Instant now);

  /** The log has taken it and has not placed it yet: it is asked again then. */
  void askAgain(Collection<DeclarationId> ids, Instant at);

  /** Where one of ours stands in the log, once that is known. */
  Optional<LoggedEntry> proofOf(DeclarationId id);

  /** How many are not proven yet. */
  long unproven();
}
