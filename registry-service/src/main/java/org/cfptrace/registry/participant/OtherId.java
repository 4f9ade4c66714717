package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

/** A number by which some other scheme knows the company, for instance a DUNS or a BPN. */
public record OtherId(String scheme, String value) {
  public OtherId {
    requireNonNull(scheme, "scheme");
    requireNonNull(value, "value");
  }
}
