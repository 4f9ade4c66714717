package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.cfptrace.registry.directory.Directory;
import org.cfptrace.registry.directory.DirectoryOutbox;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.cfptrace.registry.directory.DirectoryTopic;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that share a database: each record goes out, in order, and once if nobody crashes. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TwoInstancesTest {
  @Inject DirectoryOutbox outbox;
  @Inject Directory directory;
  @Inject Transactions transactions;
  @Inject Clock clock;

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void nothingWaits() {
    relay(records -> {}).relay();
  }

  @Test
  void sendEachRecordOnceAndThoseOfAKeyInOrder() throws Exception {
    for (int i = 0; i < 40; i++) {
      add("company-" + i % 4, "state " + i);
    }
    var start = new CountDownLatch(1);
    var instances = Executors.newFixedThreadPool(2);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      var relay = relay(this::remember);
      running.add(
          instances.submit(
              () -> {
                start.await();
                relay.relay();
                return 0;
              }));
    }
    start.countDown();
    for (var instance : running) {
      instance.get(30, TimeUnit.SECONDS);
    }
    instances.shutdown();
    relay(this::remember).relay();

    assertThat(sent).hasSize(40).doesNotHaveDuplicates();
    for (int company = 0; company < 4; company++) {
      var name = "company-" + company + " ";
      var states =
          sent.stream()
              .filter(record -> record.startsWith(name))
              .map(record -> Integer.valueOf(record.substring(record.lastIndexOf(' ') + 1)))
              .toList();
      assertThat(states).hasSize(10).isSorted();
    }
  }

  @Test
  void keepWhatTheBrokerDidNotTake() {
    add("company", "state 1");
    var failing =
        relay(
            records -> {
              throw new BrokerUnreachable("down", new IllegalStateException("down"));
            });
    assertThat(catchUnreachable(failing)).isTrue();
    relay(this::remember).relay();
    assertThat(sent).containsExactly("company state 1");
  }

  @Test
  void sendAHeartbeatOnlyAfterEverythingBeforeIt() {
    add("company", "state 1");
    add("company", "state 2");
    add(Heartbeat.TOPIC_KEY, "beat");
    relay(this::remember).relay();
    assertThat(sent)
        .containsExactly("company state 1", "company state 2", Heartbeat.TOPIC_KEY + " beat");
  }

  @Test
  void makeOneHeartbeatBetweenThem() {
    var now = clock.instant().plus(Duration.ofDays(1));
    assertThat(claimed(now)).isTrue();
    assertThat(claimed(now)).isFalse();
    assertThat(claimed(now.plus(Duration.ofMinutes(10)))).isTrue();
  }

  private boolean claimed(java.time.Instant now) {
    return transactions.inNew(() -> outbox.claimHeartbeat(now.minus(Duration.ofMinutes(10)), now));
  }

  private static boolean catchUnreachable(DirectoryRelay relay) {
    try {
      relay.relay();
      return false;
    } catch (BrokerUnreachable e) {
      return true;
    }
  }

  private void add(String key, String token) {
    transactions.inNew(
        () -> {
          outbox.add(key, token);
          return 0;
        });
  }

  private void remember(List<DirectoryOutbox.Waiting> records) {
    records.forEach(record -> sent.add(record.key() + " " + record.token()));
  }

  private DirectoryRelay relay(DirectoryTopic topic) {
    return new DirectoryRelay(
        outbox, topic, directory, transactions, CrashPoints.NONE, clock, Duration.ofMinutes(10));
  }
}
