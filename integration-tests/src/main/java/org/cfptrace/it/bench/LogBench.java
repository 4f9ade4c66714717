package org.cfptrace.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Ports;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.Secrets;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.registry.log.CheckpointSigner;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.registry.log.Shuffle;
import org.cfptrace.registry.log.TimestampAuthority;
import org.cfptrace.registry.log.Witnesses;
import org.cfptrace.registry.log.adapter.SqlLogQueue;
import org.cfptrace.registry.log.adapter.SqlLogStore;
import org.cfptrace.service.database.Sql;
import org.postgresql.PGConnection;

/**
 * The public log with a million entries: how fast they are handed in and appended, how long a proof
 * takes, and what it costs on disk; against the two hashes that each entry needs at least, and
 * against a plain COPY of the same rows into the same database, both taken in the same run.
 *
 * <p>Argument: entries (default 1,000,000).
 */
public final class LogBench {
  private static final int CALL = 1000;
  private static final int BATCH = 8192;
  private static final int PROOFS = 2000;
  private static final Random RANDOM = new Random(1);

  private final BenchDatabase database;
  private final SqlLogQueue queue;
  private final SqlLogStore store;

  private LogBench(BenchDatabase database) {
    this.database = database;
    this.queue = new SqlLogQueue(new Sql(database));
    this.store = new SqlLogStore(database);
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    run(entries);
  }

  /** What was measured; rates are entries a second. */
  record Figures(
      long entries,
      double hashed,
      double copied,
      double handedIn,
      double appended,
      Latencies made,
      Latencies checked,
      long tileBytes,
      long tableBytes) {}

  /** Measures and prints. */
  static Figures run(int entries) throws IOException, SQLException {
    Path path = Files.createTempDirectory("cfptrace-bench");
    try (DataDirectory data = DataDirectory.open(path)) {
      try (Postgres postgres = Postgres.start(data, Secrets.in(data), new Ports().free());
          BenchDatabase database = BenchDatabase.open(postgres.database("registry"))) {
        Figures figures = new LogBench(database).measure(entries);
        report(figures);
        return figures;
      }
    } finally {
      DataDirectory.delete(path);
    }
  }

  private Figures measure(int entries) throws IOException, SQLException {
    double hashed = hash(entries);
    double copied = copy(entries);
    long start = System.nanoTime();
    for (int first = 0; first < entries; first += CALL) {
      List<LogEntry> call = new ArrayList<>();
      for (int i = first; i < Math.min(entries, first + CALL); i++) {
        call.add(entry(i));
      }
      database.doInNew(() -> queue.add(call, Optional.of("aaaabbbbccccdddd")));
    }
    double handedIn = perSecond(entries, start);
    start = System.nanoTime();
    LogWriter writer = writer();
    writer.turn();
    double appended = perSecond(entries, start);
    Latencies made = new Latencies();
    Latencies checked = new Latencies();
    prove(made, checked);
    return new Figures(
        store.size(),
        hashed,
        copied,
        handedIn,
        appended,
        made,
        checked,
        database.number("SELECT pg_total_relation_size('log_tile')"),
        database.number(
            "SELECT pg_total_relation_size('log_entry') + pg_total_relation_size('log_place')"
                + " + pg_total_relation_size('log_tile')"));
  }

  private static LogEntry entry(int number) {
    return LogEntry.of(LogEntry.Kind.DECLARATION, Sha256.of(("entry " + number).getBytes(UTF_8)));
  }

  private static double perSecond(long count, long startedAt) {
    return count * 1e9 / (System.nanoTime() - startedAt);
  }

  /** One leaf and one node for each entry: no tree needs less. */
  private static double hash(int entries) {
    MessageDigest sha256 = sha256();
    byte[] leaf = new byte[1 + LogEntry.BYTES];
    byte[] node = new byte[65];
    long start = System.nanoTime();
    for (int i = 0; i < entries; i++) {
      ByteBuffer.wrap(leaf).putInt(i);
      System.arraycopy(sha256.digest(leaf), 0, node, 1, 32);
      System.arraycopy(sha256.digest(node), 0, leaf, 2, 32);
    }
    return perSecond(entries, start);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java does not know SHA-256", e);
    }
  }

  /** The rows and hashes of the log as bytes in a table without any index, in the same batches. */
  private double copy(int entries) throws IOException, SQLException {
    database.run("CREATE TABLE bare (place bigint, entry bytea, submitter text, hash bytea)");
    byte[] submitter = "aaaabbbbccccdddd".getBytes(UTF_8);
    long start = System.nanoTime();
    for (int first = 0; first < entries; first += BATCH) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0});
      out.writeLong(0);
      for (int i = first; i < Math.min(entries, first + BATCH); i++) {
        byte[] entry = entry(i).bytes();
        out.writeShort(4);
        out.writeInt(Long.BYTES);
        out.writeLong(i);
        out.writeInt(entry.length);
        out.write(entry);
        out.writeInt(submitter.length);
        out.write(submitter);
        out.writeInt(32);
        out.write(entry, 1, 32);
      }
      out.writeShort(-1);
      database
          .plain()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY bare FROM STDIN (FORMAT binary)",
              new ByteArrayInputStream(bytes.toByteArray()));
    }
    double rate = perSecond(entries, start);
    database.run("DROP TABLE bare");
    return rate;
  }

  private LogWriter writer() {
    NoteSigner key =
        NoteSigner.fresh("bench.example/log", VerifierKey.Kind.ED25519, Randomness.secure());
    CheckpointSigner signer =
        new CheckpointSigner(
            key,
            LogTrust.of(key.verifier().name(), key.verifier(), List.of(), 1),
            Witnesses.none());
    return new LogWriter(
        store,
        queue,
        signer,
        (list, version, asOf) -> "list " + version,
        TimestampAuthority.none(),
        database,
        Clock.systemUTC(),
        Shuffle.atRandom(),
        new LogWriter.Rhythm(
            Duration.ofHours(1), Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1), BATCH));
  }

  /** Each proof from the tables, with nothing kept from the one before, and checked as read. */
  private void prove(Latencies made, Latencies checked) {
    LogStore.Published shown = store.published().orElseThrow();
    Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(shown.note()).text());
    int count = (int) Math.min(PROOFS, checkpoint.size());
    for (int i = 0; i < count; i++) {
      long index = RANDOM.nextInt((int) checkpoint.size());
      LogEntry entry = LogEntry.parse(queue.entries(index, 1).get(0));
      long start = System.nanoTime();
      InclusionProof proof = new Tiles(store.tiles(), checkpoint.size()).inclusion(index);
      made.add(System.nanoTime() - start);
      start = System.nanoTime();
      boolean holds = proof.check(entry, checkpoint).whyNot().isEmpty();
      checked.add(System.nanoTime() - start);
      if (!holds) {
        throw new IllegalStateException("the proof of entry " + index + " does not hold");
      }
    }
  }

  private static void report(Figures is) {
    say("%,d entries", is.entries());
    say("two hashes an entry        %,10.0f a second", is.hashed());
    say("plain COPY of the rows     %,10.0f a second", is.copied());
    say(
        "handed in, %d a call     %,10.0f a second, %.2f of COPY",
        CALL, is.handedIn(), is.handedIn() / is.copied());
    say(
        "appended, batches of %d  %,10.0f a second, %.2f of COPY, %.3f of the hashes",
        BATCH, is.appended(), is.appended() / is.copied(), is.appended() / is.hashed());
    double bound = 1 / (1 / is.copied() + 1 / is.hashed());
    say(
        "appended                   %.2f of COPY and hashes one after the other",
        is.appended() / bound);
    say(
        "a proof made from tables   p50 %.3f ms   p99 %.3f ms",
        is.made().percentile(50), is.made().percentile(99));
    say(
        "a proof checked            p50 %.4f ms   p99 %.4f ms",
        is.checked().percentile(50), is.checked().percentile(99));
    say(
        "on disk: tiles %,.1f MB, all tables and indexes %,.1f MB, %.0f bytes an entry",
        is.tileBytes() / 1e6, is.tableBytes() / 1e6, (double) is.tableBytes() / is.entries());
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
