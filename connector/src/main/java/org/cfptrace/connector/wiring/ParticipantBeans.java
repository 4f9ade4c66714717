package org.cfptrace.connector.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.ReceivedFigures;
import org.cfptrace.connector.product.adapter.SqlStaleQueue;
import org.cfptrace.declaration.Audience;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnLoop;
import org.cfptrace.participant.EnrolledParticipant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This company's exchange with the others. */
@ApplicationScoped
class ParticipantBeans {
  @Produces
  @Singleton
  CompanyExchange company(EnrolledParticipant me, Exchange.Surroundings around, House house) {
    return new CompanyExchange(me.id(), me.keys(), me.trustAnchor(), around, house);
  }

  @Produces
  @Singleton
  Exchange exchange(CompanyExchange company) {
    return company.exchange();
  }

  @Produces
  @ApplicationScoped
  ReceivedFigures receivedFigures(Exchange.Surroundings around, EnrolledParticipant me) {
    return CompanyExchange.figures(around.sql(), me.trustAnchor());
  }

  @Produces
  @Singleton
  Notifications notifications(CompanyExchange company) {
    return company.notifications();
  }

  @Produces
  @Singleton
  Signing signing(CompanyExchange company) {
    return company.signing();
  }

  @Produces
  @Singleton
  Trade trade(CompanyExchange company) {
    return company.trade();
  }

  @Produces
  @Singleton
  Auditing auditing(CompanyExchange company) {
    return company.auditing();
  }

  @Produces
  @Singleton
  OwnLoop audits(Auditing auditing) {
    return new OwnLoop("audits", () -> auditing.follow().round(), Duration.ofMillis(500));
  }

  // A loop of its own: audits of others must not keep auditors waiting, nor the other way round.
  @Produces
  @Singleton
  OwnLoop auditAnswers(Auditing auditing) {
    return new OwnLoop("audit-answers", () -> auditing.answer().round(), Duration.ofMillis(500));
  }

  @Produces
  @Singleton
  OwnLoop recompute(Trade trade, SqlStaleQueue staleQueue) {
    return new OwnLoop(
        "recompute",
        () -> trade.recompute().round(),
        Duration.ofMillis(500),
        staleQueue::whenAdded);
  }

  @Produces
  @Singleton
  OwnLoop calendar(Trade trade) {
    return new OwnLoop("calendar", trade::calendarRound, Duration.ofMinutes(10));
  }

  @Produces
  @Singleton
  WhatToDeclare whatToDeclare(
      Products products,
      Footprints footprints,
      EmissionsLedger ledger,
      @ConfigProperty(name = "cfptrace.terms.onward", defaultValue = "AUDITOR")
          Optional<Set<Audience>> onward) {
    return new OwnStatements(products, footprints, ledger, onward.orElse(Set.of()));
  }
}
