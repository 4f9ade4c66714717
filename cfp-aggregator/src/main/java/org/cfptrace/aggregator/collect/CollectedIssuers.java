package org.cfptrace.aggregator.collect;

import java.util.List;
import org.cfptrace.footprint.ParticipantId;

/** Who has issued what is kept here, for whichever company. */
public interface CollectedIssuers {
  /** Those of whom the directory's word is not followed yet. */
  List<ParticipantId> notFollowed(int most);
}
