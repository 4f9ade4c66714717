package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cfptrace.aggregator.collect.CollectDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.Incoming;
import org.cfptrace.aggregator.collect.ProductFootprints;
import org.cfptrace.aggregator.collect.Quarantine;
import org.cfptrace.aggregator.collect.ReceiveMessage;
import org.cfptrace.aggregator.collect.RetryLaidAside;
import org.cfptrace.aggregator.collect.SeenBefore;
import org.cfptrace.aggregator.collect.TakeAnswer;
import org.cfptrace.aggregator.collect.TakeInvitation;
import org.cfptrace.aggregator.collect.TakeReceipt;
import org.cfptrace.aggregator.collect.TakeResendRequest;
import org.cfptrace.aggregator.deliver.Broker;
import org.cfptrace.aggregator.deliver.Outbox;
import org.cfptrace.aggregator.deliver.PostMessage;
import org.cfptrace.aggregator.deliver.RelayOutbox;
import org.cfptrace.aggregator.partner.Alarms;
import org.cfptrace.aggregator.partner.Directory;
import org.cfptrace.aggregator.partner.KnownEntries;
import org.cfptrace.aggregator.partner.Partners;
import org.cfptrace.aggregator.partner.Partnerships;
import org.cfptrace.aggregator.partner.PinnedKeys;
import org.cfptrace.aggregator.partner.Registry;
import org.cfptrace.aggregator.partner.SealToPartner;
import org.cfptrace.aggregator.partner.WatchDirectory;
import org.cfptrace.aggregator.partner.adapter.HttpRegistry;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.StrictReader;
import org.eclipse.microprofile.config.Config;

/** Plain classes that become beans. */
@ApplicationScoped
class Beans {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Environment environment(Config config) {
    return new Environment(name -> config.getOptionalValue(name, String.class));
  }

  @Produces
  @Singleton
  EnrolledParticipant me(Environment environment, Clock clock) {
    return FirstStart.openOrEnrol(Start.settings(environment), clock);
  }

  @Produces
  @Singleton
  Registry registry(Environment environment, EnrolledParticipant me, Clock clock) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return new HttpRegistry(
        new DirectoryClient(Start.registry(environment), me.trustAnchor(), http, clock), me);
  }

  @Produces
  @Singleton
  Directory directory(KnownEntries known, Registry registry, Clock clock) {
    return new Directory(known, registry, clock);
  }

  @Produces
  @Singleton
  PostMessage post(EnrolledParticipant me, Outbox outbox, Clock clock) {
    return new PostMessage(me.id(), me.keys().signing(), outbox, clock);
  }

  @Produces
  @Singleton
  RelayOutbox relay(
      Outbox outbox,
      Partners partners,
      Directory directory,
      Broker broker,
      Transactions transactions,
      Clock clock) {
    SealToPartner sealing = new SealToPartner(partners, directory, clock);
    return new RelayOutbox(outbox, sealing, broker, transactions, clock);
  }

  @Produces
  @Singleton
  Partnerships partnerships(
      Partners partners,
      Directory directory,
      KnownEntries known,
      Registry registry,
      PostMessage post,
      Clock clock) {
    return new Partnerships(partners, directory, known, registry, post, clock);
  }

  @Produces
  @Singleton
  WatchDirectory watch(
      EnrolledParticipant me,
      Partners partners,
      KnownEntries known,
      Alarms alarms,
      Transactions transactions,
      Clock clock) {
    return new WatchDirectory(
        me.id(),
        Set.of(me.keys().signing().thumbprint(), me.keys().encryption().thumbprint()),
        partners,
        known,
        alarms,
        transactions,
        clock);
  }

  @Produces
  @Singleton
  StrictReader reader(
      EnrolledParticipant me,
      Partners partners,
      Directory directory,
      Incoming incoming,
      Declarations declarations,
      Clock clock) {
    return new StrictReader(
        me.id(),
        new PinnedKeys(partners, directory),
        new SeenBefore(incoming, declarations),
        clock);
  }

  @Produces
  @Singleton
  ReceiveMessage receive(
      EnrolledParticipant me,
      StrictReader reader,
      Partners partners,
      Partnerships partnerships,
      Declarations declarations,
      Incoming incoming,
      Quarantine quarantine,
      Outbox outbox,
      PostMessage post,
      Transactions transactions,
      Clock clock) {
    return new ReceiveMessage(
        reader,
        List.of(me.keys().encryption()),
        List.of(
            new CollectDeclaration(reader, declarations, clock),
            new TakeInvitation(partnerships),
            new TakeAnswer(partnerships),
            new TakeReceipt(outbox, clock),
            new TakeResendRequest(outbox, clock)),
        partners,
        incoming,
        quarantine,
        post,
        transactions,
        clock);
  }

  @Produces
  @Singleton
  RetryLaidAside retry(
      Quarantine quarantine, ReceiveMessage receive, Transactions transactions, Clock clock) {
    return new RetryLaidAside(quarantine, receive, transactions, clock);
  }

  @Produces
  @Singleton
  ProductFootprints footprints(Declarations declarations) {
    return new ProductFootprints(declarations);
  }
}
