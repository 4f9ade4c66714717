package org.cfptrace.aggregator.wiring;

import java.net.URI;
import java.nio.file.Path;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.TrustAnchor;

/** What the participant needs to know at its start; the README lists these settings. */
final class Start {
  private Start() {}

  static FirstStart.Settings settings(Environment environment) {
    return new FirstStart.Settings(
        registry(environment),
        TrustAnchor.read(Path.of(environment.require("cfptrace.registry.trust-anchor"))),
        Path.of(environment.require("cfptrace.keys.directory")),
        environment.require("cfptrace.keys.password").toCharArray(),
        environment.find("cfptrace.enrolment.participant"),
        environment.find("cfptrace.enrolment.code"));
  }

  static URI registry(Environment environment) {
    return URI.create(environment.require("cfptrace.registry.url"));
  }
}
