package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeHash;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.service.database.Transactions;

/**
 * The log with its status list looked at before anybody reads it: signed by the registry, no older
 * than the registry makes a new one, and never a version below the highest we have seen. What is
 * not so counts as no answer, so that a recall cannot be hidden by last month's list; two lists of
 * one version ring the alarm.
 */
public final class CheckedLog implements PublicLog {
  private final ParticipantId me;
  private final PublicLog log;
  private final TrustAnchor anchor;
  private final SeenStatusLists seen;
  private final Alarms alarms;
  private final Transactions transactions;
  private final Clock clock;

  public CheckedLog(
      ParticipantId me,
      PublicLog log,
      TrustAnchor anchor,
      SeenStatusLists seen,
      Alarms alarms,
      Transactions transactions,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.log = requireNonNull(log, "log");
    this.anchor = requireNonNull(anchor, "anchor");
    this.seen = requireNonNull(seen, "seen");
    this.alarms = requireNonNull(alarms, "alarms");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public String statusList() {
    StatusListToken list = signed(log.statusList());
    if (!list.isFreshAt(clock.instant())) {
      throw new LogAwayException("the log shows a status list of " + list.asOf());
    }
    // In a transaction of its own: what we have seen stays seen, whatever is made of it.
    switch (transactions.inNew(() -> seen.see(list))) {
      case OLDER -> throw new LogAwayException("the log shows an older status list than before");
      case OTHER -> {
        transactions.doInNew(
            () ->
                alarms.raise(
                    AlarmKind.FORKED_LOG, me, "status list " + list.version(), clock.instant()));
        throw new LogAwayException("the log shows two status lists of one version");
      }
      case GOOD -> {}
    }
    return list.token();
  }

  private StatusListToken signed(String token) {
    try {
      return StatusListToken.read(token, anchor);
    } catch (UntrustedException e) {
      throw new LogAwayException("the log shows no status list of the registry", e);
    }
  }

  @Override
  public Map<LogEntry, Long> submit(Collection<LogEntry> entries) {
    return log.submit(entries);
  }

  @Override
  public void setStatus(SigningInput declaration, StatusBit bit) {
    log.setStatus(declaration, bit);
  }

  @Override
  public String checkpoint() {
    return log.checkpoint();
  }

  @Override
  public List<InclusionProof> inclusions(List<Long> indexes, long size) {
    return log.inclusions(indexes, size);
  }

  @Override
  public TreeHash root(long size) {
    return log.root(size);
  }

  @Override
  public ConsistencyProof consistency(long from, long to) {
    return log.consistency(from, to);
  }

  @Override
  public List<Timestamp> timestamps() {
    return log.timestamps();
  }

  @Override
  public List<LogEntry> entries(long from, long size) {
    return log.entries(from, size);
  }
}
