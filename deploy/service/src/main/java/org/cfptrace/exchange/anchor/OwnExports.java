package org.cfptrace.exchange.anchor;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;

/** The statements of exports that we have signed, on their way into the log. */
public interface OwnExports {
  /** Adds one in the transaction in which it is signed. */
  void add(LogEntry export, Instant signedAt);

  /** Claims those without a proof that are due; nobody else claims them before {@code until}. */
  List<LogEntry> claimUnproven(Instant now, Instant until, int most);

  /**
   * It is proved to be there since then.
   *
   * @return whether this was not known before
   */
  boolean proven(LogEntry export, EntryProof proof, Instant since);

  /** The log did not answer; how often in a row decides when it is asked again. */
  void tryLater(Collection<LogEntry> exports, Instant now);

  /** The log has taken them and does not show them yet: it is asked again then. */
  void askAgain(Collection<LogEntry> exports, Instant at);

  /** Where one of ours stands in the log, once that is known. */
  Optional<EntryProof> proofOf(LogEntry export);
}
