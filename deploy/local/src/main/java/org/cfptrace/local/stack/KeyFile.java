package org.cfptrace.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A PKCS#12 file and what opens it. */
public record KeyFile(Path path, String password) {

  /** The settings by which a Kafka client proves itself with this key and trusts {@code trust}. */
  public Properties kafkaClient(String bootstrapServers, KeyFile trust) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.putAll(tls(trust));
    return settings;
  }

  Map<String, String> tls(KeyFile trust) {
    return Map.of(
        "security.protocol",
        "SSL",
        "ssl.keystore.type",
        "PKCS12",
        "ssl.keystore.location",
        path.toString(),
        "ssl.keystore.password",
        password,
        "ssl.key.password",
        password,
        "ssl.truststore.type",
        "PKCS12",
        "ssl.truststore.location",
        trust.path.toString(),
        "ssl.truststore.password",
        trust.password);
  }

  @Override
  public String toString() {
    return "KeyFile[" + path + "]";
  }
}
