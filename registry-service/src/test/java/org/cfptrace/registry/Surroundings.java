package org.cfptrace.registry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.registry.certificate.AuthorityFiles;
import org.cfptrace.registry.log.LogKeyFile;

/** What a registry runs among: a database, a broker, and the files of an authority. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {
  static final String DOMAIN = "registry.cfptrace.example";
  static final String PASSWORD = "dev-authority-of-the-tests";

  /** One for the whole JVM, because Quarkus loads this class more than once. */
  private static final String AUTHORITY_PROPERTY = "registry.test.authority";

  private EmbeddedPostgres postgres;
  private TestBroker broker;
  private TestOutsiders outsiders;

  @Override
  public Map<String, String> start() {
    try {
      var directory = Files.createTempDirectory("registry-test");
      var authority = directory.resolve("authority");
      AuthorityFiles.create(authority, DOMAIN, PASSWORD.toCharArray());
      System.setProperty(AUTHORITY_PROPERTY, authority.toString());
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start();
      broker = new TestBroker(directory.resolve("kafka"), authority, PASSWORD);
      broker.start();
      outsiders =
          new TestOutsiders(
              LogKeyFile.openOrCreate(authority, DOMAIN + "/log", PASSWORD.toCharArray())
                  .verifier());
      var settings = new HashMap<>(outsiders.settings());
      // Each turn of the writer shows a checkpoint, and stamps it.
      settings.put("cfptrace.log.checkpoint-every", "PT0S");
      settings.put("cfptrace.log.timestamp-every", "PT0S");
      settings.putAll(
          Map.of(
              "quarkus.datasource.jdbc.url",
              postgres.getJdbcUrl("postgres", "postgres"),
              "quarkus.datasource.username",
              "postgres",
              "quarkus.datasource.password",
              "postgres",
              "kafka.bootstrap.servers",
              broker.address(),
              "cfptrace.authority.directory",
              authority.toString(),
              "cfptrace.authority.password",
              PASSWORD,
              "cfptrace.broker.replication-factor",
              "1"));
      return settings;
    } catch (Exception e) {
      throw new IllegalStateException("the registry's surroundings do not start", e);
    }
  }

  @Override
  public void inject(Object testInstance) {
    if (testInstance instanceof NeedsBroker test) {
      test.use(broker);
    }
  }

  /** A test that stops and starts the broker. */
  interface NeedsBroker {
    void use(TestBroker broker);
  }

  static Path authority() {
    return Path.of(System.getProperty(AUTHORITY_PROPERTY));
  }

  @Override
  public void stop() {
    try {
      if (broker != null) {
        broker.stop();
      }
      if (outsiders != null) {
        outsiders.stop();
      }
      if (postgres != null) {
        postgres.close();
      }
    } catch (java.io.IOException e) {
      throw new IllegalStateException("the registry's surroundings do not stop", e);
    }
  }
}
