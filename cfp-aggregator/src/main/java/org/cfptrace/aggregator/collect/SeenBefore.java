package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Seen;

/** Identifiers we have accepted: of messages and of the declarations in them. */
public final class SeenBefore implements Seen {
  private final Incoming incoming;
  private final Declarations declarations;

  public SeenBefore(Incoming incoming, Declarations declarations) {
    this.incoming = requireNonNull(incoming, "incoming");
    this.declarations = requireNonNull(declarations, "declarations");
  }

  @Override
  public Optional<String> digestOf(ParticipantId issuer, String jti) {
    return incoming.digestOf(issuer, jti).or(() -> declarations.idOf(issuer, jti));
  }
}
