package org.cfptrace.exchange.anchor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeHash;

/** A log that is always away. */
final class NoLog implements PublicLog {
  @Override
  public Map<LogEntry, Long> submit(Collection<LogEntry> entries) {
    throw away();
  }

  @Override
  public void setStatus(SigningInput declaration, StatusBit bit) {
    throw away();
  }

  @Override
  public String checkpoint() {
    throw away();
  }

  @Override
  public List<InclusionProof> inclusions(List<Long> indexes, long size) {
    throw away();
  }

  @Override
  public TreeHash root(long size) {
    throw away();
  }

  @Override
  public ConsistencyProof consistency(long from, long to) {
    throw away();
  }

  @Override
  public List<LogEntry> entries(long from, long size) {
    throw away();
  }

  @Override
  public String statusList() {
    throw away();
  }

  @Override
  public List<Timestamp> timestamps() {
    throw away();
  }

  private static LogAwayException away() {
    return new LogAwayException("there is no log");
  }
}
