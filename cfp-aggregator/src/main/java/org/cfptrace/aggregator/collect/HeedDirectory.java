package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyRecord;

/**
 * Takes what the directory says of issuers: notes when one is suspended and when no longer, and
 * takes a compromised key as a recall of what it covers. Whose words are attached to what is kept
 * has them judged again.
 */
public final class HeedDirectory {
  private final IssuerSuspensions suspensions;
  private final CompromisedKeys compromised;
  private final Declarations declarations;
  private final AttestedDeclarations attested;
  private final Clock clock;

  public HeedDirectory(
      IssuerSuspensions suspensions,
      CompromisedKeys compromised,
      Declarations declarations,
      AttestedDeclarations attested,
      Clock clock) {
    this.suspensions = requireNonNull(suspensions, "suspensions");
    this.compromised = requireNonNull(compromised, "compromised");
    this.declarations = requireNonNull(declarations, "declarations");
    this.attested = requireNonNull(attested, "attested");
    this.clock = requireNonNull(clock, "clock");
  }

  /** In the transaction that keeps the entry. */
  public void says(DirectoryEntry entry) {
    Instant changed = entry.record().changedAt();
    if (entry.status() == DirectoryStatus.SUSPENDED) {
      suspensions.suspended(entry.participant(), changed);
    } else {
      suspensions.readmitted(entry.participant(), changed);
    }
    for (KeyRecord key : entry.keys()) {
      if (key.use() == KeyRecord.Use.SIGN) {
        key.compromisedSince().ifPresent(since -> recall(entry.participant(), key, since));
      }
    }
    attested.judgeAgain(entry.participant());
  }

  private void recall(ParticipantId issuer, KeyRecord key, Instant since) {
    Recall recall =
        new Recall("the key that signed it is compromised since " + since, clock.instant());
    for (CompromisedKeys.Covered each : compromised.signedWith(issuer, key.kid(), since)) {
      declarations.recall(each.tenant(), issuer, each.declaration(), recall);
    }
  }
}
