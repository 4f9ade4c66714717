package org.cfptrace.registry.broker;

import java.time.Instant;
import java.util.List;

/** Who lets whom write to its inbox. */
public interface AcceptedPartners {
  /** Whether this changed anything. */
  boolean accept(String owner, String partner, Instant at);

  /** Whether this changed anything. */
  boolean withdraw(String owner, String partner);

  /** Whom {@code owner} accepts. */
  List<String> of(String owner);

  /** The owners who accept {@code partner}. */
  List<String> ownersAccepting(String partner);
}
