package org.cfptrace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

  @TempDir static Path directory;
  private static DataDirectory data;
  private static TestAuthority authority;
  private static Broker broker;

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(directory.resolve("data"));
    authority = new TestAuthority(directory.resolve("authority"));
    Ports ports = new Ports();
    broker =
        Broker.begin(
            data,
            AgentJar.writeTo(data.root()),
            authority.issue("CN=broker"),
            authority.trust(),
            ports.free(),
            ports.free());
    broker.awaitReady();
  }

  @AfterAll
  static void stop() {
    broker.close();
    data.close();
  }

  @Test
  void keepsTopicsOverAKillAndAStart() throws Exception {
    try (Admin admin = Admin.create(broker.superUser())) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    broker.kill();
    assertThat(broker.isAlive()).isFalse();
    broker.start();
    try (Admin admin = Admin.create(broker.superUser())) {
      assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void showsATrustedClientWithoutRightsNothing() throws Exception {
    try (Admin root = Admin.create(broker.superUser())) {
      root.createTopics(List.of(new NewTopic("closed", 1, (short) 1))).all().get();
    }
    try (Admin admin = Admin.create(client(authority.issue("CN=somebody")))) {
      assertThat(admin.listTopics().names().get()).isEqualTo(Set.of());
      assertThatThrownBy(() -> admin.describeTopics(List.of("closed")).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void doesNotTakeANameInASecondPlaceForTheBroker() throws Exception {
    try (Admin admin = Admin.create(client(authority.issue("O=x\\,CN\\=broker,CN=somebody")))) {
      assertThat(admin.listTopics().names().get()).isEqualTo(Set.of());
    }
  }

  @Test
  void refusesACertificateOfAnotherAuthority() throws Exception {
    TestAuthority foreign = new TestAuthority(directory.resolve("foreign"));
    try (Admin admin = Admin.create(client(foreign.issue("CN=broker")))) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SslAuthenticationException.class);
    }
  }

  private static Properties client(KeyFile keys) throws Exception {
    Properties client = keys.kafkaClient(broker.bootstrapServers(), authority.trust());
    client.put("default.api.timeout.ms", "8000");
    client.put("request.timeout.ms", "4000");
    return client;
  }
}
