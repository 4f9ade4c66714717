package org.cfptrace.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How the one broker of a local platform is set: nobody without a certificate of the registry's
 * authority, nothing allowed that is not granted, small buffers.
 */
record BrokerSettings(
    int clientPort, int controllerPort, Path directory, KeyFile keys, KeyFile trust) {

  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "MTLS";

  Properties asProperties() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        CLIENTS
            + "://127.0.0.1:"
            + clientPort
            + ","
            + CONTROLLER
            + "://127.0.0.1:"
            + controllerPort);
    settings.put("advertised.listeners", CLIENTS + "://127.0.0.1:" + clientPort);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("listener.security.protocol.map", CLIENTS + ":SSL," + CONTROLLER + ":SSL");
    settings.put("log.dirs", directory.toString());
    security(settings);
    small(settings);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  private void security(Map<String, String> settings) {
    settings.putAll(keys.tls(trust));
    settings.remove("security.protocol");
    settings.put("ssl.client.auth", "required");
    settings.put("ssl.enabled.protocols", "TLSv1.3,TLSv1.2");
    // The name in a certificate is the principal; a certificate without one gets no principal.
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,+\\\\]+)(,.*)?$/$1/");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put("super.users", "User:broker;User:registry");
    settings.put("auto.create.topics.enable", "false");
  }

  private static void small(Map<String, String> settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("log.index.size.max.bytes", "1048576");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    // After a kill -9 the old session ends sooner, so the next start is quick.
    settings.put("broker.session.timeout.ms", "2000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // A ready broker is announced at once.
    settings.put("controlled.shutdown.enable", "false");
  }
}
