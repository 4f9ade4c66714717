package org.cfptrace.aggregator.disclose.pack;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LoggedEntry;

/** What the public log and the registry's signed directory say: nobody's secret. */
public interface PublicRecord {
  /** The proof that a declaration stands in the log, as its issuer has sent it. */
  Optional<LoggedEntry> proof(DeclarationId id);

  /** The newest directory entry of a company that we have seen, signed by the registry. */
  Optional<String> directoryEntry(ParticipantId company);
}
