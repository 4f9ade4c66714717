package org.cfptrace.registry.limit.adapter;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.registry.limit.RemoteAddress;
import org.cfptrace.registry.wiring.RegistrySettings;

/** Who makes a request, behind the proxies the settings speak of. */
@ApplicationScoped
class Callers {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final RemoteAddress addresses;

  Callers(RegistrySettings settings) {
    this.addresses = new RemoteAddress(settings.limits().trustedProxies());
  }

  String address(HttpServerRequest request) {
    return addresses.of(
        request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR));
  }
}
