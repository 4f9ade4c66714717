package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.BrokerRight;
import org.cfptrace.registry.broker.BrokerRight.Operation;
import org.cfptrace.registry.broker.BrokerRight.Target;
import org.cfptrace.registry.broker.Reconciling;
import org.cfptrace.registry.certificate.AuthorityFiles;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What participants may and may not do at a real broker, with the certificates they were given. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class BrokerTest implements Surroundings.NeedsBroker {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject Clock clock;
  @Inject Broker rights;
  @Inject Reconciling reconciling;
  @Inject DirectoryRelay relay;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  private TestBroker broker;

  @Override
  public void use(TestBroker theBroker) {
    this.broker = theBroker;
  }

  @Test
  void anAcceptedPartnerWritesToTheInboxAndNobodyElseDoes() {
    var maker = comesIn("maker");
    var mill = comesIn("mill");
    var stranger = comesIn("stranger");
    var client = directoryClient();

    assertThatThrownBy(() -> send(mill, inboxOf(maker), "too early"))
        .hasCauseInstanceOf(AuthorizationException.class);

    client.accept(maker, mill.id());
    client.accept(maker, mill.id());
    assertThatCode(() -> send(mill, inboxOf(maker), "hello")).doesNotThrowAnyException();
    assertThatThrownBy(() -> send(stranger, inboxOf(maker), "hello"))
        .hasCauseInstanceOf(AuthorizationException.class);
    assertThat(receive(maker, inboxOf(maker))).containsExactly("hello");

    client.withdraw(maker, mill.id());
    assertThatThrownBy(() -> send(mill, inboxOf(maker), "once more"))
        .hasCauseInstanceOf(AuthorizationException.class);
  }

  @Test
  void aStrangerNeitherReadsNorListsNorJoinsWhatIsAnothers() {
    var maker = comesIn("maker");
    var stranger = comesIn("stranger");
    var inbox = new TopicPartition(inboxOf(maker), 0);

    try (var admin = Admin.create(settings(stranger))) {
      assertThatThrownBy(() -> admin.listOffsets(Map.of(inbox, OffsetSpec.latest())).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> admin.describeTopics(List.of(inboxOf(maker))).allTopicNames().get())
          .hasCauseInstanceOf(AuthorizationException.class);
    }
    assertThatThrownBy(() -> receive(stranger, inboxOf(maker)))
        .isInstanceOf(AuthorizationException.class);
    try (var consumer = consumer(stranger, maker.consumerGroup("x"))) {
      consumer.subscribe(List.of(inboxOf(stranger)));
      assertThatThrownBy(() -> consumer.poll(SOON)).isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void everyAdmittedParticipantKnocksAtADoorButNotWithMuch() {
    var maker = comesIn("maker");
    var stranger = comesIn("stranger");
    var door = "cfp.door." + maker.id().shortId();

    assertThatCode(() -> send(stranger, door, "may I come in?")).doesNotThrowAnyException();
    assertThatThrownBy(() -> send(stranger, door, "x".repeat(20 * 1024)))
        .hasCauseInstanceOf(RecordTooLargeException.class);
    assertThatThrownBy(() -> receive(stranger, door)).isInstanceOf(AuthorizationException.class);
    assertThat(receive(maker, door)).containsExactly("may I come in?");
  }

  @Test
  void suspensionEndsTheRightsOfAnOpenConnectionAndItsLiftingRestoresThem() throws Exception {
    var maker = comesIn("maker");
    var mill = comesIn("mill");
    directoryClient().accept(maker, mill.id());

    try (var producer = producer(mill)) {
      producer.send(new ProducerRecord<>(inboxOf(maker), "before")).get();
      suspend(mill);
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThatThrownBy(
                          () -> producer.send(new ProducerRecord<>(inboxOf(maker), "x")).get())
                      .isInstanceOf(ExecutionException.class)
                      .hasCauseInstanceOf(AuthorizationException.class));
    }
    assertThat(rights.rightsOf(mill.principal())).isEmpty();
    assertThat(entryOnTheTopic(maker, mill).status()).isEqualTo(DirectoryStatus.SUSPENDED);

    restore(mill);
    assertThatCode(() -> send(mill, inboxOf(maker), "after")).doesNotThrowAnyException();
    assertThat(entryOnTheTopic(maker, mill).status()).isEqualTo(DirectoryStatus.ACTIVE);
  }

  @Test
  void topicsAndQuotasAreAsAgreed() throws Exception {
    var maker = comesIn("maker");
    var id = maker.id().shortId();

    try (var admin = Admin.create(operator())) {
      assertThat(topicSettings(admin, "cfp.inbox." + id))
          .containsEntry("max.message.bytes", "524288")
          .containsEntry("compression.type", "zstd")
          // 31 days that a message may live, and 7 in which a reader that comes back refuses it.
          .containsEntry("retention.ms", "3283200000");
      assertThat(topicSettings(admin, "cfp.door." + id))
          .containsEntry("max.message.bytes", "16384")
          .containsEntry("retention.ms", "3283200000");
      assertThat(topicSettings(admin, "cfp.directory")).containsEntry("cleanup.policy", "compact");
      var filter =
          ClientQuotaFilter.containsOnly(
              List.of(ClientQuotaFilterComponent.ofEntity("user", maker.principal())));
      assertThat(admin.describeClientQuotas(filter).entities().get().values())
          .containsExactly(
              Map.of("producer_byte_rate", 2_097_152.0, "consumer_byte_rate", 8_388_608.0));
    }
  }

  @Test
  void whatWasChangedByHandIsBroughtBack() throws Exception {
    var maker = comesIn("maker");
    var asAgreed = rights.rightsOf(maker.principal());
    assertThat(asAgreed).hasSize(6);
    var foreign =
        new BrokerRight(maker.principal(), Operation.READ, Target.TOPICS_BEGINNING, "cfp.inbox.");
    rights.grant(Set.of(foreign));
    rights.revoke(Set.of(asAgreed.iterator().next()));

    reconciling.start();
    reconciling.work();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(rights.rightsOf(maker.principal())).isEqualTo(asAgreed));
  }

  @Test
  void anInboxMadeByAnEarlierReleaseIsBroughtIntoFormWhenTheRegistryStarts() throws Exception {
    var maker = comesIn("maker");
    var inbox = inboxOf(maker);
    try (var admin = Admin.create(operator())) {
      var thirtyDays = new ConfigEntry("retention.ms", "2592000000");
      Map<ConfigResource, Collection<AlterConfigOp>> asItWas =
          Map.of(
              new ConfigResource(ConfigResource.Type.TOPIC, inbox),
              List.of(new AlterConfigOp(thirtyDays, AlterConfigOp.OpType.SET)));
      admin.incrementalAlterConfigs(asItWas).all().get();
      await()
          .atMost(SOON)
          .until(() -> topicSettings(admin, inbox).get("retention.ms").equals("2592000000"));

      reconciling.start();

      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                reconciling.work();
                assertThat(topicSettings(admin, inbox)).containsEntry("retention.ms", "3283200000");
              });
    }
  }

  @Test
  void onlyATlsCertificateOfOurAuthorityConnects() throws Exception {
    var maker = comesIn("maker");

    assertThatThrownBy(() -> connect(withSigningKey(maker)))
        .hasCauseInstanceOf(SslAuthenticationException.class);
    assertThatThrownBy(() -> connect(withCertificateOfAnotherAuthority(maker)))
        .hasCauseInstanceOf(SslAuthenticationException.class);
    assertThatCode(() -> connect(settings(maker))).doesNotThrowAnyException();
  }

  @Test
  void aBrokerThatWasDownHearsOfEverythingLater() throws Exception {
    var maker = comesIn("maker");
    broker.stop();
    var approval = Newcomer.isApproved(Newcomer.applies(Newcomer.form("mill", "")));
    var mill = Newcomer.enrols(registry, directory.resolve("late"), approval);
    directoryClient().accept(maker, mill.id());

    broker.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              reconciling.work();
              relay.relay();
              assertThatCode(() -> send(mill, inboxOf(maker), "late")).doesNotThrowAnyException();
            });
    assertThat(entryOnTheTopic(maker, mill).status()).isEqualTo(DirectoryStatus.ACTIVE);
  }

  @Test
  void aHeartbeatSaysThatTheTopicIsComplete() {
    var maker = comesIn("maker");
    relay.beat();
    relay.relay();

    var beat =
        Heartbeat.read(
            newestOnTheTopic(maker, Heartbeat.TOPIC_KEY).orElseThrow(), Newcomer.trustAnchor());
    assertThat(beat.isFreshAt(clock.instant())).isTrue();
    assertThat(beat.isFreshAt(clock.instant().plus(Duration.ofHours(25)))).isFalse();
  }

  private EnrolledParticipant comesIn(String name) {
    return Newcomer.comesIn(registry, directory, name);
  }

  private DirectoryClient directoryClient() {
    return new DirectoryClient(registry, Newcomer.trustAnchor(), HttpClient.newHttpClient(), clock);
  }

  private static void suspend(EnrolledParticipant participant) {
    Newcomer.write()
        .body("{\"reason\":\"found out\"}")
        .post("/api/v1/participants/" + participant.id().shortId() + "/suspension")
        .then()
        .statusCode(200);
  }

  private static void restore(EnrolledParticipant participant) {
    Newcomer.write()
        .body("{\"reason\":\"cleared up\"}")
        .delete("/api/v1/participants/" + participant.id().shortId() + "/suspension")
        .then()
        .statusCode(200);
  }

  private static String inboxOf(EnrolledParticipant participant) {
    return "cfp.inbox." + participant.id().shortId();
  }

  private void send(EnrolledParticipant from, String topic, String text)
      throws ExecutionException, InterruptedException {
    try (var producer = producer(from)) {
      producer.send(new ProducerRecord<>(topic, text)).get();
    }
  }

  private KafkaProducer<String, String> producer(EnrolledParticipant participant) {
    var settings = settings(participant);
    settings.put("max.block.ms", 8_000);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private KafkaConsumer<String, String> consumer(EnrolledParticipant participant, String group) {
    var settings = settings(participant);
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private List<String> receive(EnrolledParticipant participant, String topic) {
    try (var consumer = consumer(participant, participant.consumerGroup("test"))) {
      consumer.subscribe(List.of(topic));
      var texts = new ArrayList<String>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.add(record.value()));
                return !texts.isEmpty();
              });
      return texts;
    }
  }

  private DirectoryEntry entryOnTheTopic(
      EnrolledParticipant reader, EnrolledParticipant participant) {
    return DirectoryEntry.read(
        newestOnTheTopic(reader, participant.id().shortId()).orElseThrow(), Newcomer.trustAnchor());
  }

  private Optional<String> newestOnTheTopic(EnrolledParticipant reader, String key) {
    var partition = new TopicPartition("cfp.directory", 0);
    try (var consumer = consumer(reader, reader.consumerGroup("directory"))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var end = consumer.endOffsets(List.of(partition)).get(partition);
      var newest = Optional.<String>empty();
      while (consumer.position(partition) < end) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (record.key().equals(key)) {
            newest = Optional.of(record.value());
          }
        }
      }
      return newest;
    }
  }

  private static Map<String, String> topicSettings(Admin admin, String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
        .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value() + ""));
  }

  private static void connect(Map<String, Object> settings) throws Exception {
    try (var admin = Admin.create(settings)) {
      admin.listTopics().names().get();
    }
  }

  private Map<String, Object> settings(EnrolledParticipant participant) {
    Map<String, Object> settings = new HashMap<>(participant.kafkaSecurity(Newcomer.KEYS_PASSWORD));
    settings.put("bootstrap.servers", servers);
    settings.put("request.timeout.ms", 5_000);
    settings.put("default.api.timeout.ms", 8_000);
    settings.put("delivery.timeout.ms", 10_000);
    settings.put("linger.ms", 0);
    return settings;
  }

  private Map<String, Object> operator() {
    var authority = Surroundings.authority();
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", servers);
    settings.put("security.protocol", "SSL");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", authority.resolve(AuthorityFiles.REGISTRY).toString());
    settings.put("ssl.keystore.password", Surroundings.PASSWORD);
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put(
        "ssl.truststore.location", authority.resolve(AuthorityFiles.TRUST_STORE).toString());
    settings.put("ssl.truststore.password", Surroundings.PASSWORD);
    return settings;
  }

  /** The same connection, with the signing key and its genuine certificate instead. */
  private Map<String, Object> withSigningKey(EnrolledParticipant participant) throws Exception {
    var certificates = CertificateFactory.getInstance("X.509");
    var pem = participant.kafkaKeyStore().resolveSibling("signing-certificate.pem");
    try (var in = Files.newInputStream(pem)) {
      var chain = certificates.generateCertificates(in).toArray(Certificate[]::new);
      return settingsWith(participant, participant.keys().signing().privateKey(), chain);
    }
  }

  private Map<String, Object> withCertificateOfAnotherAuthority(EnrolledParticipant participant)
      throws Exception {
    var other = directory.resolve("other-authority");
    AuthorityFiles.create(other, Surroundings.DOMAIN, Newcomer.KEYS_PASSWORD);
    var settings = settings(participant);
    settings.put("ssl.keystore.location", other.resolve(AuthorityFiles.REGISTRY).toString());
    return settings;
  }

  private Map<String, Object> settingsWith(
      EnrolledParticipant participant, PrivateKey key, Certificate[] chain) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("key", key, Newcomer.KEYS_PASSWORD, chain);
    var file = directory.resolve("signing.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, Newcomer.KEYS_PASSWORD);
    }
    var settings = settings(participant);
    settings.put("ssl.keystore.location", file.toString());
    return settings;
  }
}
