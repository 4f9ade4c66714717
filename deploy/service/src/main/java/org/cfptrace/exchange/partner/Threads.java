package org.cfptrace.exchange.partner;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * The thread in which we speak with a partner about one product, or about ourselves. Its name is
 * random, because the broker sees it as the key of each message.
 */
public interface Threads {
  /** The thread about a product, made when it is first asked for. */
  String about(ParticipantId partner, Optional<TraceId> product);

  /** Speaks about a product in this thread from now on, unless there is one already. */
  void use(ParticipantId partner, TraceId product, String thread);
}
