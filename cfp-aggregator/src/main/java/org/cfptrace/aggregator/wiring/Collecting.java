package org.cfptrace.aggregator.wiring;

import java.time.Clock;
import java.util.List;
import org.cfptrace.aggregator.collect.CollectDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnTrade;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;

/** The messages the aggregator takes beside those that every participant takes. */
record Collecting(Declarations collected, Clock clock) implements OwnTrade {
  @Override
  public Seen declarations() {
    return collected::idOf;
  }

  @Override
  public List<MessageHandler> handlers(StrictReader reader, Exchange exchange) {
    return List.of(new CollectDeclaration(reader, collected, clock));
  }
}
