package org.cfptrace.exchange.wiring;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.adapter.HttpPublicLog;
import org.cfptrace.exchange.deliver.Broker;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.adapter.HttpRegistry;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.eclipse.microprofile.config.Config;

/** Who this participant is, and what its exchange stands on; the service makes the exchange. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
class ParticipantBeans {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Produces
  @Singleton
  EnrolledParticipant me(Config config, Clock clock) {
    // Enrolled before the service started; here the files are only opened.
    return FirstStart.openOrEnrol(settings(config).participant(), clock);
  }

  @Produces
  @Singleton
  Registry registry(Config config, EnrolledParticipant me, Clock clock) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return new HttpRegistry(
        new DirectoryClient(
            settings(config).participant().registry(), me.trustAnchor(), http, clock),
        me);
  }

  @Produces
  @Singleton
  PublicLog publicLog(Config config, EnrolledParticipant me, Clock clock) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return new HttpPublicLog(settings(config).participant().registry(), http, me, clock);
  }

  @Produces
  @Singleton
  Exchange.Surroundings surroundings(
      AgroalDataSource dataSource,
      Transactions transactions,
      Registry registry,
      Broker broker,
      CrashPoints crashPoints,
      PublicLog log,
      Clock clock) {
    return new Exchange.Surroundings(
        new Sql(dataSource), transactions, registry, broker, crashPoints, clock, log);
  }

  private static FirstStartSettings settings(Config config) {
    return FirstStartSettings.of(
        name -> {
          Optional<String> value = config.getOptionalValue(name, String.class);
          return value.filter(text -> !text.isBlank());
        });
  }
}
