package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Seen;

/** Identifiers we have accepted: of messages and of the declarations in them. */
public final class SeenBefore implements Seen {
  private final IncomingMessages messages;
  private final Seen declarations;

  public SeenBefore(IncomingMessages messages, Seen declarations) {
    this.messages = requireNonNull(messages, "messages");
    this.declarations = requireNonNull(declarations, "declarations");
  }

  @Override
  public Optional<String> digestOf(ParticipantId issuer, String jti) {
    return messages.digestOf(issuer, jti).or(() -> declarations.digestOf(issuer, jti));
  }

  @Override
  public Optional<String> presentedDigestOf(
      ParticipantId presenter, ParticipantId issuer, String jti) {
    return messages
        .digestOf(issuer, jti)
        .or(() -> declarations.presentedDigestOf(presenter, issuer, jti));
  }

  @Override
  public Optional<Earlier> earlier(DeclarationId id) {
    return declarations.earlier(id);
  }
}
