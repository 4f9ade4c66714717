package org.cfptrace.it.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cfptrace.local.stack.Postgres;

/**
 * What database and broker of this machine do each for itself: the transaction of {@code pgbench
 * --builtin=simple-update} (one row changed, read and written down, 100,000 accounts), and what
 * {@code kafka-producer-perf-test} does (records of one size, as fast as they are taken).
 */
final class PlainPaces {
  private static final String TOPIC = "bench.plain";
  private static final int ACCOUNTS = 100_000;

  private final Postgres.Database database;
  private final Properties kafka;

  PlainPaces(Postgres.Database database, Properties kafka) {
    this.database = database;
    this.kafka = kafka;
  }

  /** Transactions a second, by so many clients. */
  double transactionsPerSecond(int count, int clients)
      throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists account, history");
      statement.execute(
          "create table account (id integer primary key, balance integer not null, filler char(84))");
      statement.execute(
          "create table history (account integer, delta integer, at timestamptz, filler char(22))");
      statement.execute(
          "insert into account select n, 0, '' from generate_series(1, " + ACCOUNTS + ") n");
    }
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long start = System.nanoTime();
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        work.add(threads.submit(() -> update(left)));
      }
      for (Future<?> client : work) {
        client.get();
      }
      return count * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdownNow();
    }
  }

  private Void update(AtomicInteger left) throws SQLException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    try (Connection connection = connect();
        PreparedStatement change =
            connection.prepareStatement("update account set balance = balance + ? where id = ?");
        PreparedStatement read =
            connection.prepareStatement("select balance from account where id = ?");
        PreparedStatement note =
            connection.prepareStatement("insert into history values (?, ?, now(), '')")) {
      connection.setAutoCommit(false);
      while (left.getAndDecrement() > 0) {
        int account = random.nextInt(ACCOUNTS) + 1;
        int delta = random.nextInt(-5000, 5001);
        change.setInt(1, delta);
        change.setInt(2, account);
        change.executeUpdate();
        read.setInt(1, account);
        try (ResultSet row = read.executeQuery()) {
          row.next();
        }
        note.setInt(1, account);
        note.setInt(2, delta);
        note.executeUpdate();
        connection.commit();
      }
    }
    return null;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  /** Records of so many random bytes a second, by one producer with {@code acks=all}. */
  double recordsPerSecond(int count, int bytes) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(kafka)) {
      if (admin.listTopics().names().get().contains(TOPIC)) {
        admin.deleteTopics(List.of(TOPIC)).all().get();
      }
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    Properties settings = new Properties();
    settings.putAll(kafka);
    settings.put("acks", "all");
    byte[] payload = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(payload);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      AtomicInteger failed = new AtomicInteger();
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        var unused =
            producer.send(
                new ProducerRecord<>(TOPIC, payload),
                (taken, failure) -> failed.addAndGet(failure == null ? 0 : 1));
      }
      producer.flush();
      long end = System.nanoTime();
      if (failed.get() > 0) {
        throw new IllegalStateException(failed + " records were not taken");
      }
      return count * 1e9 / (end - start);
    }
  }
}
