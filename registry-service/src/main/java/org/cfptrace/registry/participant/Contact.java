package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The person the operator writes to; shown to operators alone. */
public record Contact(String name, String email, Optional<String> phone) {
  public Contact {
    requireNonNull(name, "name");
    requireNonNull(email, "email");
    requireNonNull(phone, "phone");
  }
}
