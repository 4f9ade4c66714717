package org.cfptrace.connector.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.ReceivedFigures;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.participant.EnrolledParticipant;

/** This company's exchange with the others. */
@ApplicationScoped
class ParticipantBeans {
  @Produces
  @Singleton
  CompanyExchange company(EnrolledParticipant me, Exchange.Surroundings around) {
    return new CompanyExchange(me.id(), me.keys(), me.trustAnchor(), around);
  }

  @Produces
  @Singleton
  Exchange exchange(CompanyExchange company) {
    return company.exchange();
  }

  @Produces
  @ApplicationScoped
  ReceivedFigures receivedFigures(CompanyExchange company) {
    return company.figures();
  }

  @Produces
  @Singleton
  WhatToDeclare whatToDeclare(Products products, Footprints footprints, EmissionsLedger ledger) {
    return new OwnStatements(products, footprints, ledger);
  }
}
