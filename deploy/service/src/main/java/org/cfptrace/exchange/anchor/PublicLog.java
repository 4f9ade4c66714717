package org.cfptrace.exchange.anchor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeHash;

/**
 * The public log as a participant reaches it. Nothing it answers is believed before it was checked.
 */
public interface PublicLog {
  /** A log that is always away: for a data space that has none. */
  PublicLog NONE = new NoLog();

  /** What the issuer may say of a declaration later. */
  enum StatusBit {
    SUPERSEDED,
    RECALLED
  }

  /**
   * Submits entries of declarations and exports, at most 1,000 at once. Doing it again changes
   * nothing.
   *
   * @return the places of those that have one by now
   * @throws LogAwayException when it cannot be reached, like all that follow
   * @throws LogRefusedException when it does not take them
   */
  Map<LogEntry, Long> submit(Collection<LogEntry> entries);

  /**
   * Says of a declaration of ours that it does not stand any more.
   *
   * @param declaration shows that it is ours
   * @throws LogRefusedException when it does not take that from us
   */
  void setStatus(SigningInput declaration, StatusBit bit);

  /** The newest checkpoint, a signed note. */
  String checkpoint();

  /** Where entries stand in the tree of that size, in the order asked. */
  List<InclusionProof> inclusions(List<Long> indexes, long size);

  /** The root of the tree when it had that size. */
  TreeHash root(long size);

  /** That one tree is the beginning of another. */
  ConsistencyProof consistency(long from, long to);

  /**
   * Entries from one place on, in the tree of that size: at least one, as many as the log gives at
   * once.
   */
  List<LogEntry> entries(long from, long size);

  /** The newest status list, a token signed by the registry. */
  String statusList();

  /** The daily stamps of a time-stamp authority on its checkpoints. */
  List<Timestamp> timestamps();

  /** It did not answer, or not with anything that can be read. */
  class LogAwayException extends RuntimeException {
    public LogAwayException(String message, Throwable cause) {
      super(message, cause);
    }

    public LogAwayException(String message) {
      super(message);
    }
  }

  /** It answered that it does not take this from us; asking again may not help. */
  class LogRefusedException extends RuntimeException {
    public LogRefusedException(String message) {
      super(message);
    }
  }
}
