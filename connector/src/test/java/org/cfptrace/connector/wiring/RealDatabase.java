package org.cfptrace.connector.wiring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.service.Tokens;

/**
 * The surroundings of the connector's tests: a real PostgreSQL and an issuer whose tokens {@link
 * Tokens} signs.
 */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {
  private EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
    var settings = new HashMap<String, String>();
    settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
    settings.put("quarkus.datasource.username", "postgres");
    settings.put("quarkus.datasource.password", "dev-postgres");
    settings.putAll(Tokens.issuerSettings());
    return settings;
  }

  @Override
  public void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not stop", e);
      }
    }
  }
}
