package org.cfptrace.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.cfptrace.registry.certificate.AuthorityFiles;

/** A Kafka broker inside the test's JVM, as strict as in production: mutual TLS and ACLs. */
final class TestBroker {
  private final Path directory;
  private final Map<String, Object> settings;
  private final int port;
  private KafkaRaftServer server;

  TestBroker(Path directory, Path authority, String password) {
    this.directory = directory;
    this.port = freePort();
    int controller = freePort();
    settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listeners", "TLS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    settings.put("advertised.listeners", "TLS://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "TLS:SSL,CONTROLLER:SSL");
    settings.put("inter.broker.listener.name", "TLS");
    settings.put("ssl.client.auth", "required");
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", authority.resolve(AuthorityFiles.BROKER).toString());
    settings.put("ssl.keystore.password", password);
    settings.put("ssl.key.password", password);
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put(
        "ssl.truststore.location", authority.resolve(AuthorityFiles.TRUST_STORE).toString());
    settings.put("ssl.truststore.password", password);
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/,DEFAULT");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:broker;User:registry");
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("broker.session.timeout.ms", "2000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("log.dirs", directory.toString());
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void start() throws Exception {
    if (!Files.exists(directory.resolve("meta.properties"))) {
      new Formatter()
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .run();
    }
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
    server.startup();
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  private java.util.Properties properties() {
    var properties = new java.util.Properties();
    properties.putAll(settings);
    return properties;
  }

  /**
   * A port nobody listens on, below those that systems give to outgoing connections: a client that
   * tries this broker again and again while it is down never takes its place.
   */
  private static int freePort() {
    int port;
    do {
      port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
    } while (!isFree(port));
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
