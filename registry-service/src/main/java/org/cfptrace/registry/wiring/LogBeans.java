package org.cfptrace.registry.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TimestampCertificate;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.adapter.KafkaConnection;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.cfptrace.registry.log.CheckpointRelay;
import org.cfptrace.registry.log.CheckpointSigner;
import org.cfptrace.registry.log.CheckpointTopic;
import org.cfptrace.registry.log.LogKeyFile;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.registry.log.ReadingLog;
import org.cfptrace.registry.log.Shuffle;
import org.cfptrace.registry.log.Submitting;
import org.cfptrace.registry.log.TimestampAuthority;
import org.cfptrace.registry.log.adapter.HttpTimestampAuthority;
import org.cfptrace.registry.log.adapter.HttpWitnesses;
import org.cfptrace.registry.log.adapter.KafkaCheckpointTopic;
import org.cfptrace.registry.log.adapter.SqlLogQueue;
import org.cfptrace.registry.log.adapter.SqlLogStore;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

/** The log's stories as beans. */
@ApplicationScoped
class LogBeans {
  private final RegistrySettings settings;

  LogBeans(RegistrySettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  NoteSigner key() {
    return LogKeyFile.openOrCreate(
        settings.authority().directory(),
        settings.logOrigin(),
        settings
            .authority()
            .password()
            .orElseThrow(() -> new IllegalStateException("CFPTRACE_AUTHORITY_PASSWORD is not set"))
            .toCharArray());
  }

  @Produces
  @Singleton
  LogTrust trust(NoteSigner key) {
    var log = settings.log();
    return new LogTrust(
        settings.logOrigin(),
        key.verifier(),
        witnessKeys(),
        log.quorum(),
        log.timestampCertificate().map(TimestampCertificate::parse));
  }

  private List<VerifierKey> witnessKeys() {
    return settings.log().witnessKeys().orElse(List.of()).stream().map(VerifierKey::parse).toList();
  }

  @Produces
  @Singleton
  HttpWitnesses witnesses() {
    List<VerifierKey> keys = witnessKeys();
    List<URI> addresses = settings.log().witnessUrls().orElse(List.of());
    if (keys.size() != addresses.size()) {
      throw new IllegalStateException(
          "cfptrace.log.witness-keys and cfptrace.log.witness-urls name the same witnesses in the"
              + " same order");
    }
    Map<String, URI> byName = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      byName.put(keys.get(i).name(), addresses.get(i));
    }
    return new HttpWitnesses(byName);
  }

  void close(@Disposes HttpWitnesses witnesses) {
    witnesses.close();
  }

  @Produces
  @Singleton
  TimestampAuthority timestampAuthority() {
    var log = settings.log();
    Optional<TimestampCertificate> certificate =
        log.timestampCertificate().map(TimestampCertificate::parse);
    if (log.timestampUrl().isPresent() != certificate.isPresent()) {
      throw new IllegalStateException(
          "cfptrace.log.timestamp-url and cfptrace.log.timestamp-certificate come together");
    }
    return certificate.isEmpty()
        ? TimestampAuthority.none()
        : new HttpTimestampAuthority(log.timestampUrl().orElseThrow(), certificate.get());
  }

  @Produces
  @Singleton
  LogQueue queue(DataSource database) {
    return new SqlLogQueue(new Sql(database));
  }

  @Produces
  @Singleton
  LogStore store(DataSource database) {
    return new SqlLogStore(database);
  }

  @Produces
  @Singleton
  CheckpointSigner signer(NoteSigner key, LogTrust trust, HttpWitnesses witnesses) {
    return new CheckpointSigner(key, trust, witnesses);
  }

  @Produces
  @Singleton
  LogWriter writer(
      LogStore store,
      LogQueue queue,
      CheckpointSigner signer,
      CertificateAuthority authority,
      TimestampAuthority stamps,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    var log = settings.log();
    return new LogWriter(
        store,
        queue,
        signer,
        (list, version, asOf) ->
            StatusListToken.sign(
                list, version, settings.registryDid(), authority.directoryKey(), asOf),
        stamps,
        MarkedTransactions.around(
            transactions,
            crashPoints,
            CrashPoint.LOG_WRITER_BEFORE_COMMIT,
            CrashPoint.LOG_WRITER_AFTER_COMMIT),
        clock,
        Shuffle.atRandom(),
        new LogWriter.Rhythm(
            log.lease(),
            log.checkpointEvery(),
            log.listEvery(),
            log.timestampEvery(),
            log.batch()));
  }

  @Produces
  @Singleton
  Submitting submitting(Participants participants, LogQueue queue) {
    return new Submitting(participants, queue);
  }

  @Produces
  @Singleton
  ReadingLog reading(LogStore store) {
    return new ReadingLog(store);
  }

  @Produces
  @Singleton
  CheckpointTopic checkpointTopic(KafkaConnection connection, Broker broker) {
    return new KafkaCheckpointTopic(connection, broker, settings.logOrigin());
  }

  @Produces
  @Singleton
  CheckpointRelay checkpointRelay(
      LogStore store,
      CheckpointTopic topic,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    return new CheckpointRelay(store, topic, transactions, crashPoints, clock);
  }
}
