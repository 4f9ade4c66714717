package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What is around the aggregator in a test: a real PostgreSQL, a small registry, keys as if it had
 * enrolled, an issuer of tokens, and topics in memory.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
  static final ParticipantId AGGREGATOR = ParticipantId.of(DataSpace.DOMAIN, "ggggggggggggggg2");
  static final String PASSWORD = "dev-keys";

  private @Nullable EmbeddedPostgres postgres;
  private @Nullable DataSpace dataSpace;

  @Override
  public Map<String, String> start() {
    try {
      EmbeddedPostgres database =
          EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      postgres = database;
      DataSpace space = new DataSpace();
      dataSpace = space;
      Path directory = Files.createTempDirectory("aggregator");
      enrolled(directory, space);
      Map<String, String> settings = new HashMap<>();
      // As in production: an ordinary role that owns its database; row-level security holds it.
      new Sql(database.getPostgresDatabase()).update("create role aggregator login");
      new Sql(database.getPostgresDatabase()).update("create database aggregator owner aggregator");
      settings.put("quarkus.datasource.jdbc.url", database.getJdbcUrl("aggregator", "aggregator"));
      settings.put("quarkus.datasource.username", "aggregator");
      settings.put("quarkus.datasource.password", "dev-postgres");
      settings.put("cfptrace.registry.url", space.url());
      settings.put("cfptrace.registry.trust-anchor", directory.resolve("anchor.json").toString());
      settings.put("cfptrace.keys.directory", directory.toString());
      settings.put("cfptrace.keys.password", PASSWORD);
      settings.put(
          "test.directory-key",
          Base64.getEncoder().encodeToString(space.directoryKey().getPrivate().getEncoded()));
      settings.putAll(Tokens.issuerSettings());
      settings.putAll(
          InMemoryConnector.switchIncomingChannelsToInMemory(
              "inbox", "door", "directory", "checkpoints"));
      settings.putAll(InMemoryConnector.switchOutgoingChannelsToInMemory("outbox"));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("the surroundings do not start", e);
    }
  }

  private static void enrolled(Path directory, DataSpace space) throws IOException {
    ParticipantKeys.make().save(directory.resolve("keys.p12"), PASSWORD.toCharArray());
    Files.writeString(directory.resolve("anchor.json"), space.anchor().toJson(), UTF_8);
    Files.writeString(
        directory.resolve("participant.json"),
        "{\"participant\":\""
            + AGGREGATOR.did()
            + "\",\"principal\":\""
            + AGGREGATOR.shortId()
            + ".1\"}",
        UTF_8);
  }

  @Override
  public void stop() {
    InMemoryConnector.clear();
    if (dataSpace != null) {
      dataSpace.stop();
    }
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not stop", e);
      }
    }
  }
}
