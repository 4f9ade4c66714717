package org.cfptrace.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cfptrace.it.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker itself denies, whatever the services think. */
class BrokerDoorIT {

  private static final Platform PLATFORM = Platform.get();

  @TempDir static Path directory;
  private static Stranger stranger;
  private static String inboxOfB;

  @BeforeAll
  static void admitStranger() {
    stranger = Stranger.admitted(PLATFORM, directory, "Stranger at the broker");
    inboxOfB = "cfp.inbox." + PLATFORM.id(Platform.B);
  }

  @Test
  void anAdmittedStrangerCannotReadAnotherInbox() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(stranger.kafka())) {
      consumer.assign(List.of(new TopicPartition(inboxOfB, 0)));
      consumer.seek(new TopicPartition(inboxOfB, 0), 0);
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void anAdmittedStrangerCannotListItsOffsets() {
    try (Admin admin = Admin.create(stranger.kafka())) {
      assertThatThrownBy(
              () ->
                  admin
                      .listOffsets(Map.of(new TopicPartition(inboxOfB, 0), OffsetSpec.latest()))
                      .all()
                      .get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void anAdmittedStrangerDoesNotSeeThatItExists() throws Exception {
    try (Admin admin = Admin.create(stranger.kafka())) {
      Set<String> seen = admin.listTopics().names().get();
      assertThat(seen).noneMatch(topic -> topic.startsWith("cfp.inbox.") && !isOwn(topic));
    }
  }

  private static boolean isOwn(String topic) {
    return topic.endsWith(stranger.id());
  }

  @Test
  void anAdmittedStrangerCannotWriteToIt() {
    assertThatThrownBy(() -> write(stranger.kafka(), inboxOfB))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void anAdmittedStrangerCannotJoinAnotherCompanysReaders() {
    Properties settings = stranger.kafka();
    settings.put("group.id", "cfp." + PLATFORM.id(Platform.B));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
      consumer.subscribe(List.of("cfp.inbox." + stranger.id()));
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
          .isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void anAdmittedStrangerCannotMakeTopicsOrReadTheRightsOfOthers() {
    try (Admin admin = Admin.create(stranger.kafka())) {
      assertThatThrownBy(
              () -> admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1))).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> admin.describeAcls(AclBindingFilter.ANY).values().get())
          .hasCauseInstanceOf(ClusterAuthorizationException.class);
    }
  }

  @Test
  void anAdmittedStrangerCannotWriteTheDirectory() {
    assertThatThrownBy(() -> write(stranger.kafka(), "cfp.directory"))
        .hasCauseInstanceOf(AuthorizationException.class);
  }

  @Test
  void aPartnerMayWriteToTheInboxButNotReadIt() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(PLATFORM.kafkaOf(Platform.A))) {
      consumer.assign(List.of(new TopicPartition(inboxOfB, 0)));
      consumer.seek(new TopicPartition(inboxOfB, 0), 0);
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void theThirdTierCannotWriteToTheFirst() {
    String inboxOfA = "cfp.inbox." + PLATFORM.id(Platform.A);
    assertThatThrownBy(() -> write(PLATFORM.kafkaOf(Platform.C), inboxOfA))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void whoWasNeverAdmittedCannotConnect() throws Exception {
    Properties selfMade = ForeignCertificate.settings(directory, PLATFORM.stack(), "CN=broker");
    try (Admin admin = Admin.create(selfMade)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SslAuthenticationException.class);
    }
    Properties nothing = stranger.kafka();
    nothing.keySet().removeIf(key -> key.toString().startsWith("ssl.key"));
    try (Admin admin = Admin.create(nothing)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SslAuthenticationException.class);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Properties settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void write(Properties settings, String topic) throws Exception {
    settings.put("max.block.ms", "10000");
    settings.put("delivery.timeout.ms", "10000");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
    }
  }
}
