package org.cfptrace.connector.trade;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** What those who were given a figure without having asked were last told of the tree behind it. */
public interface ProgressTold {
  /** The last word to one of them; empty when nothing yet. */
  Optional<String> last(ParticipantId partner, TraceId product);

  /** Notes what one of them was told. */
  void note(ParticipantId partner, TraceId product, String said);
}
