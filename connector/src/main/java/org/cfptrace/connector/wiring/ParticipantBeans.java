package org.cfptrace.connector.wiring;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.deliver.Broker;
import org.cfptrace.connector.emission.EmissionsLedger;
import org.cfptrace.connector.partner.Registry;
import org.cfptrace.connector.partner.adapter.HttpRegistry;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.ReceivedFigures;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.eclipse.microprofile.config.Config;

/** Who this company is, and its exchange with the others. */
@ApplicationScoped
class ParticipantBeans {
  @Produces
  @Singleton
  EnrolledParticipant me(Config config, Clock clock) {
    // Enrolled before the service started; here the files are only opened.
    return FirstStart.openOrEnrol(settings(config).participant(), clock);
  }

  @Produces
  @Singleton
  Registry registry(Config config, EnrolledParticipant me, Clock clock) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    return new HttpRegistry(
        new DirectoryClient(
            settings(config).participant().registry(), me.trustAnchor(), http, clock),
        me);
  }

  @Produces
  @Singleton
  Exchange exchange(
      EnrolledParticipant me,
      AgroalDataSource dataSource,
      Transactions transactions,
      Registry registry,
      Broker broker,
      CrashPoints crashPoints,
      Clock clock) {
    return new Exchange(
        me.id(),
        me.keys(),
        me.trustAnchor(),
        new Exchange.Surroundings(
            new Sql(dataSource), transactions, registry, broker, crashPoints, clock));
  }

  @Produces
  @ApplicationScoped
  ReceivedFigures receivedFigures(Exchange exchange) {
    return exchange.figures();
  }

  @Produces
  @Singleton
  WhatToDeclare whatToDeclare(Products products, Footprints footprints, EmissionsLedger ledger) {
    return new OwnStatements(products, footprints, ledger);
  }

  private static FirstStartSettings settings(Config config) {
    return FirstStartSettings.of(
        name -> {
          Optional<String> value = config.getOptionalValue(name, String.class);
          return value.filter(text -> !text.isBlank());
        });
  }
}
