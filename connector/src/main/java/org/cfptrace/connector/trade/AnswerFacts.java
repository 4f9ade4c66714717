package org.cfptrace.connector.trade;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.trade.RequestSide;

/**
 * What stands about a product between two companies: the answer to a request is the declaration.
 */
public interface AnswerFacts {
  /**
   * The periods of the declarations that stand with their number and may be seen: of our product to
   * the partner where we answer, of the partner's product to us where we ask.
   */
  List<Period> declared(RequestSide side, ParticipantId partner, TraceId product);

  /** In which thread declarations of that product go; empty while there was none. */
  Optional<String> threadOfAnswers(RequestSide side, ParticipantId partner, TraceId product);

  /** The place of our last message to a partner in a thread. */
  long lastPlace(ParticipantId partner, String thread);
}
