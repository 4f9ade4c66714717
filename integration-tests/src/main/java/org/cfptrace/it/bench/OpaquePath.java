package org.cfptrace.it.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cfptrace.local.stack.Postgres;

/**
 * The bound for a flow of declarations: the same way - a row and an outbox row in one transaction,
 * a relay to Kafka, a consumer that writes a row - carrying bytes that nobody signs, seals or
 * reads, without HTTP. Same acks, same batch sizes, same compression, same number of clients.
 */
final class OpaquePath {
  private static final String TOPIC = "bench.opaque";
  private static final int RELAY_BATCH = 100;
  private static final int CONSUMER_BATCH = 500;

  private final Postgres.Database database;
  private final Properties kafka;
  private final int clients;
  private final int statementBytes;
  private final int messageBytes;

  /**
   * A path for bytes of these sizes.
   *
   * @param statementBytes what the sender keeps of each (our declarations keep the full statement)
   * @param messageBytes what travels and is kept by the receiver
   */
  OpaquePath(
      Postgres.Database database,
      Properties kafka,
      int clients,
      int statementBytes,
      int messageBytes) {
    this.database = database;
    this.kafka = kafka;
    this.clients = clients;
    this.statementBytes = statementBytes;
    this.messageBytes = messageBytes;
  }

  /** Carries {@code count} messages; answers how many arrive in a second. */
  double perSecond(int count) throws SQLException, InterruptedException, ExecutionException {
    prepare();
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService threads = Executors.newFixedThreadPool(clients + 2);
    long start = System.nanoTime();
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        work.add(threads.submit(() -> post(left)));
      }
      Future<?> relay = threads.submit(() -> relay(done));
      Future<Long> arrived = threads.submit(() -> consume(count));
      for (Future<?> client : work) {
        client.get();
      }
      long end = arrived.get();
      done.set(true);
      relay.get();
      return count * 1e9 / (end - start);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  private void prepare() throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists statement, outbox, received");
      statement.execute("create table statement (id bigserial primary key, bytes bytea not null)");
      statement.execute(
          "create table outbox (id bigserial primary key, bytes bytea not null, sent boolean not"
              + " null default false)");
      statement.execute("create index outbox_open on outbox (id) where not sent");
      statement.execute("create table received (id text primary key, bytes bytea not null)");
    }
    try (Admin admin = Admin.create(kafka)) {
      if (admin.listTopics().names().get().contains(TOPIC)) {
        admin.deleteTopics(List.of(TOPIC)).all().get();
      }
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl() + "?reWriteBatchedInserts=true",
        database.username(),
        database.password());
  }

  private Void post(AtomicInteger left) throws SQLException {
    byte[] statementText = noise(statementBytes);
    byte[] message = noise(messageBytes);
    try (Connection connection = connect();
        PreparedStatement keep =
            connection.prepareStatement("insert into statement (bytes) values (?)");
        PreparedStatement send =
            connection.prepareStatement("insert into outbox (bytes) values (?)")) {
      connection.setAutoCommit(false);
      while (left.getAndDecrement() > 0) {
        keep.setBytes(1, statementText);
        keep.executeUpdate();
        send.setBytes(1, message);
        send.executeUpdate();
        connection.commit();
      }
    }
    return null;
  }

  /** Random bytes, so that compression has nothing to take: sealed messages have none either. */
  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  private Void relay(AtomicBoolean done) throws SQLException, InterruptedException {
    Properties settings = new Properties();
    settings.putAll(kafka);
    settings.put("acks", "all");
    settings.put("compression.type", "zstd");
    settings.put("linger.ms", "0");
    try (Connection connection = connect();
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      connection.setAutoCommit(false);
      while (!done.get()) {
        if (relayBatch(connection, producer) == 0) {
          Thread.sleep(1);
        }
      }
    }
    return null;
  }

  private static int relayBatch(Connection connection, KafkaProducer<String, byte[]> producer)
      throws SQLException {
    int sent = 0;
    try (PreparedStatement claim =
            connection.prepareStatement(
                "select id, bytes from outbox where not sent order by id limit "
                    + RELAY_BATCH
                    + " for update skip locked");
        PreparedStatement mark =
            connection.prepareStatement("update outbox set sent = true where id = ?");
        ResultSet rows = claim.executeQuery()) {
      while (rows.next()) {
        String id = Long.toString(rows.getLong(1));
        // What fails is missing at the other end, which counts; the flush below waits for all.
        var unused = producer.send(new ProducerRecord<>(TOPIC, id, rows.getBytes(2)));
        mark.setLong(1, rows.getLong(1));
        mark.addBatch();
        sent++;
      }
      producer.flush();
      if (sent > 0) {
        mark.executeBatch();
      }
    }
    connection.commit();
    return sent;
  }

  private long consume(int count) throws SQLException {
    Properties settings = new Properties();
    settings.putAll(kafka);
    settings.put("group.id", "bench.opaque");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    settings.put("max.poll.records", Integer.toString(CONSUMER_BATCH));
    int received = 0;
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into received (id, bytes) values (?, ?) on conflict do nothing");
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      connection.setAutoCommit(false);
      consumer.subscribe(List.of(TOPIC));
      while (received < count) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          insert.setString(1, record.key());
          insert.setBytes(2, record.value());
          insert.addBatch();
          received++;
        }
        insert.executeBatch();
        connection.commit();
        consumer.commitSync();
      }
      return System.nanoTime();
    }
  }
}
