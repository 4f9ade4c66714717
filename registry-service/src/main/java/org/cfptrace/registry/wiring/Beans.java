package org.cfptrace.registry.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.registry.broker.AcceptedPartners;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.BrokerWork;
import org.cfptrace.registry.broker.Partnering;
import org.cfptrace.registry.broker.Reconciling;
import org.cfptrace.registry.broker.adapter.KafkaBroker;
import org.cfptrace.registry.broker.adapter.KafkaConnection;
import org.cfptrace.registry.certificate.AuthorityFiles;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.cfptrace.registry.certificate.Enrolling;
import org.cfptrace.registry.certificate.EnrolmentNonces;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.directory.Announcing;
import org.cfptrace.registry.directory.Directory;
import org.cfptrace.registry.directory.DirectoryOutbox;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.cfptrace.registry.directory.DirectoryTopic;
import org.cfptrace.registry.directory.adapter.KafkaDirectoryTopic;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.participant.Accreditations;
import org.cfptrace.registry.participant.Accrediting;
import org.cfptrace.registry.participant.Admission;
import org.cfptrace.registry.participant.Announcements;
import org.cfptrace.registry.participant.Applications;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.registry.participant.EnrolmentCode;
import org.cfptrace.registry.participant.EnrolmentCodes;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stories of the registry as beans. */
@ApplicationScoped
class Beans {
  private final RegistrySettings settings;

  Beans(RegistrySettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  CertificateAuthority authority(Clock clock) {
    return CertificateAuthority.open(
        settings.authority().directory(), password().toCharArray(), clock);
  }

  private String password() {
    return settings
        .authority()
        .password()
        .orElseThrow(() -> new IllegalStateException("CFPTRACE_AUTHORITY_PASSWORD is not set"));
  }

  @Produces
  @Singleton
  EnrolmentCode.Desk codes(EnrolmentCodes codes, Clock clock) {
    return new EnrolmentCode.Desk(codes, clock, settings.enrolment().codeLifetime());
  }

  @Produces
  @Singleton
  Directory directory(
      KeyHistory history,
      Accreditations accreditations,
      CertificateAuthority authority,
      Clock clock) {
    return new Directory(
        history, accreditations, authority.directoryKey(), settings.registryDid(), clock);
  }

  @Produces
  @Singleton
  Announcements announcements(
      Participants participants,
      Directory directory,
      DirectoryOutbox outbox,
      LogQueue log,
      BrokerWork work,
      Clock clock) {
    return new Announcing(participants, directory, outbox, log, work, clock);
  }

  @Produces
  @Singleton
  Accrediting accrediting(
      Participants participants,
      Accreditations accreditations,
      Announcements announcements,
      AuditTrail trail,
      Clock clock) {
    return new Accrediting(participants, accreditations, announcements, trail, clock);
  }

  @Produces
  @Singleton
  Admission admission(
      Applications applications,
      Participants participants,
      EnrolmentCode.Desk codes,
      Announcements announcements,
      AuditTrail trail,
      Clock clock) {
    return new Admission(
        applications, participants, codes, announcements, trail, clock, settings.dataSpaceDomain());
  }

  @Produces
  @Singleton
  Enrolling enrolling(
      Participants participants,
      EnrolmentCode.Desk codes,
      EnrolmentNonces nonces,
      KeyHistory history,
      CertificateAuthority authority,
      Announcements announcements,
      AuditTrail trail,
      Clock clock) {
    return new Enrolling(
        participants,
        codes,
        nonces,
        history,
        authority,
        announcements,
        trail,
        clock,
        settings.enrolment().nonceLifetime());
  }

  @Produces
  @Singleton
  Partnering partnering(
      Participants participants,
      AcceptedPartners partners,
      BrokerWork work,
      AuditTrail trail,
      Clock clock) {
    return new Partnering(participants, partners, work, trail, clock);
  }

  @Produces
  @Singleton
  KafkaConnection kafka(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    return new KafkaConnection(() -> kafkaSettings(servers));
  }

  void close(@Disposes KafkaConnection connection) {
    connection.close();
  }

  private Map<String, Object> kafkaSettings(String servers) {
    var directory = settings.authority().directory();
    var kafka = new HashMap<String, Object>();
    kafka.put("bootstrap.servers", servers);
    kafka.put("security.protocol", "SSL");
    kafka.put("ssl.keystore.type", "PKCS12");
    kafka.put("ssl.keystore.location", directory.resolve(AuthorityFiles.REGISTRY).toString());
    kafka.put("ssl.keystore.password", password());
    kafka.put("ssl.key.password", password());
    kafka.put("ssl.truststore.type", "PKCS12");
    kafka.put("ssl.truststore.location", directory.resolve(AuthorityFiles.TRUST_STORE).toString());
    kafka.put("ssl.truststore.password", password());
    return kafka;
  }

  @Produces
  @Singleton
  Broker broker(KafkaConnection connection) {
    return new KafkaBroker(connection, settings.broker().replicationFactor());
  }

  @Produces
  @Singleton
  DirectoryTopic directoryTopic(KafkaConnection connection, Broker broker) {
    return new KafkaDirectoryTopic(connection, broker);
  }

  @Produces
  @Singleton
  DirectoryRelay relay(
      DirectoryOutbox outbox,
      DirectoryTopic topic,
      Directory directory,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    return new DirectoryRelay(
        outbox,
        topic,
        directory,
        transactions,
        crashPoints,
        clock,
        settings.directory().heartbeatEvery());
  }

  @Produces
  @Singleton
  Reconciling reconciling(
      Participants participants,
      KeyHistory history,
      AcceptedPartners partners,
      BrokerWork work,
      Broker broker,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    var brokerSettings = settings.broker();
    return new Reconciling(
        participants,
        history,
        partners,
        work,
        broker,
        transactions,
        crashPoints,
        clock,
        new Broker.Limits(
            brokerSettings.producedBytesPerSecond(), brokerSettings.consumedBytesPerSecond()),
        brokerSettings.inboxPartitions());
  }
}
