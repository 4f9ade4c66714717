package org.cfptrace.connector.wiring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.declare.adapter.SqlIssuedDeclarations;
import org.cfptrace.connector.receive.ReceiveDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.receive.VerifiedFigures;
import org.cfptrace.connector.receive.adapter.SqlBoughtUnits;
import org.cfptrace.connector.receive.adapter.SqlReceivedDeclarations;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnTrade;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.verify.BoughtUnits;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;

/**
 * The exchange of a company that makes something: it declares footprints, and keeps those others
 * have told it. The same in the service and in a test with several companies in one JVM.
 */
public final class CompanyExchange {
  private final ParticipantId me;
  private final ParticipantKeys keys;
  private final Clock clock;
  private final ReceivedDeclarations received;
  private final IssuedDeclarations issued;
  private final Exchange exchange;

  public CompanyExchange(
      ParticipantId me, ParticipantKeys keys, TrustAnchor anchor, Exchange.Surroundings around) {
    this.me = requireNonNull(me, "me");
    this.keys = requireNonNull(keys, "keys");
    this.clock = around.clock();
    received = new SqlReceivedDeclarations(around.sql());
    issued = new SqlIssuedDeclarations(around.sql());
    exchange =
        new Exchange(
            me, keys, anchor, around, new Trade(received, new SqlBoughtUnits(around.sql()), clock));
  }

  /** The messages a company takes beside those that every participant takes. */
  private record Trade(ReceivedDeclarations received, BoughtUnits boughtUnits, Clock clock)
      implements OwnTrade {
    @Override
    public Seen declarations() {
      return received::idOf;
    }

    @Override
    public List<MessageHandler> handlers(StrictReader reader, Exchange exchange) {
      return List.of(new ReceiveDeclaration(reader, received, clock));
    }
  }

  /** What it says to others and hears from them. */
  public Exchange exchange() {
    return exchange;
  }

  /** Declares what this company knows. */
  public DeclareFootprint declare(WhatToDeclare whatToDeclare) {
    return new DeclareFootprint(
        me,
        keys.signing(),
        whatToDeclare,
        exchange.partners(),
        exchange.directory(),
        exchange.threads(),
        ShareView.standard(),
        issued,
        exchange.post(),
        clock,
        Randomness.secure());
  }

  /** What others have told, as the sum asks for it. */
  public VerifiedFigures figures() {
    return new VerifiedFigures(received, exchange.knownEntries());
  }

  /** What this company has said. */
  public IssuedDeclarations issued() {
    return issued;
  }

  /** What others have said to it. */
  public ReceivedDeclarations received() {
    return received;
  }
}
