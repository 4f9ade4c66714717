package org.cfptrace.aggregator.partner;

import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/** Calls a person. */
public interface Alarms {
  /** The directory shows a key as ours that we did not make: somebody speaks in our name. */
  void foreignKeyInOurName(KeyThumbprint key);

  /** The directory shows a new key of a partner for which no key we trust vouches. */
  void unprovenKeyOf(ParticipantId partner);
}
