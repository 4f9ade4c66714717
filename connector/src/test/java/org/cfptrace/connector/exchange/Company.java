package org.cfptrace.connector.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.declare.WhenDeclared;
import org.cfptrace.connector.trade.Premises;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.ReceiveMessage.Outcome;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.crash.CrashPoints;

/** One company: its keys, its database, and its exchange with the others. */
public final class Company {
  /** The year everybody speaks of. */
  public static final Period YEAR = Period.ofYear(2025);

  private final ParticipantId id;
  private final ParticipantKeys keys;
  private final PlainDatabase database;
  private final ListedBroker broker;
  private final Premises premises;
  private final CompanyExchange own;

  private Company(
      ParticipantId id,
      ParticipantKeys keys,
      PlainDatabase database,
      ListedBroker broker,
      Premises premises,
      CompanyExchange own) {
    this.id = id;
    this.keys = keys;
    this.database = database;
    this.broker = broker;
    this.premises = premises;
    this.own = own;
  }

  /** Founds a company in a data space. */
  public static Company found(
      DataSpace space, ListedBroker broker, Clock clock, String shortId, String name) {
    return found(space, broker, clock, shortId, name, CrashPoints.NONE);
  }

  /** Founds one whose process comes to these crash points. */
  public static Company found(
      DataSpace space,
      ListedBroker broker,
      Clock clock,
      String shortId,
      String name,
      CrashPoints crashPoints) {
    ParticipantKeys keys = ParticipantKeys.make();
    ParticipantId id = space.admit(shortId, name, keys, "SUPPLIER");
    PlainDatabase database = PlainDatabase.create();
    Premises premises = Premises.on(database, space.anchor(), clock);
    CompanyExchange own =
        new CompanyExchange(
            id,
            keys,
            space.anchor(),
            new Exchange.Surroundings(
                database.sql(),
                database,
                space.registryFor(id),
                broker,
                crashPoints,
                clock,
                space.logFor(id)),
            premises.house());
    return new Company(id, keys, database, broker, premises, own);
  }

  public ParticipantId id() {
    return id;
  }

  public ParticipantKeys keys() {
    return keys;
  }

  public PlainDatabase database() {
    return database;
  }

  /** What every participant can do. */
  public Exchange exchange() {
    return own.exchange();
  }

  /** What it makes and buys. */
  public Premises premises() {
    return premises;
  }

  /** What only a company can do. */
  public CompanyExchange own() {
    return own;
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(id, keys.signing().thumbprint());
  }

  /** States the footprint of a product: own emissions, and what its parts bring. */
  public DeclareFootprint declaring(OwnProduct product, SupplierProduct... parts) {
    return own.declare(
        (traceId, period) -> {
          Map<SupplierProduct, SourceFigure> figures = new HashMap<>();
          for (SupplierProduct part : parts) {
            figures.put(part, own.figures().find(part.partner(), part.product(), YEAR));
          }
          return new WhatToDeclare.Known(
              new ProductClaim(
                  traceId,
                  Optional.empty(),
                  "product of " + id.shortId(),
                  "steel",
                  product.unit(),
                  Optional.empty()),
              RollUp.of(RollUpInput.of(product, period.orElse(YEAR), figures)),
              MethodClaim.of(List.of("ISO 14067:2018"), product.basis()));
        },
        WhenDeclared.NOBODY);
  }

  /** Invites and is accepted; on each side a person has compared the fingerprint. */
  public void becomePartnerOf(Company other) {
    database.inNew(
        () ->
            exchange()
                .partnerships()
                .invite(other.id, Optional.empty(), Optional.of(other.fingerprint()), "sato"));
    exchange().openInboxes().round();
    carryTo(other);
    other.database.inNew(() -> other.exchange().partnerships().accept(id, fingerprint(), "tanaka"));
    other.exchange().openInboxes().round();
    other.carryTo(this);
    carryTo(other);
  }

  /** Sends what lies in the outbox, and lets the other take what has come for it. */
  public List<Outcome> carryTo(Company other) {
    while (exchange().relay().round().sent() > 0) {
      // As long as something moves.
    }
    return other.takeWhatHasCome();
  }

  /** Takes what lies on our topics. */
  public List<Outcome> takeWhatHasCome() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Way way : Way.values()) {
      for (ListedBroker.Taken taken : broker.drain(way.topicOf(id.shortId()))) {
        outcomes.add(exchange().receive().receive(way, envelope(taken)));
      }
    }
    return outcomes;
  }

  private static Envelope envelope(ListedBroker.Taken taken) {
    return new Envelope(taken.envelope().getBytes(StandardCharsets.US_ASCII));
  }
}
