package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.RecallBody;
import org.cfptrace.envelope.ReleaseBody;
import org.cfptrace.envelope.WithholdBody;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes what an issuer says after it has declared: that a declaration is withdrawn, what it shows
 * of a product from now on or no longer, and how far the tree behind the product is. Each speaks
 * for itself alone.
 */
public final class TakeIssuerWords {
  private final Declarations declarations;
  private final IssuerWords words;
  private final Clock clock;

  public TakeIssuerWords(Declarations declarations, IssuerWords words, Clock clock) {
    this.declarations = requireNonNull(declarations, "declarations");
    this.words = requireNonNull(words, "words");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One handler for each message. */
  public List<MessageHandler> handlers() {
    return List.of(
        new BodyHandler<>(MessageType.RECALL, RecallBody::fromJson, this::recalled),
        new BodyHandler<>(MessageType.WITHHOLD, WithholdBody::fromJson, this::withheld),
        new BodyHandler<>(MessageType.RELEASE, ReleaseBody::fromJson, this::released),
        new BodyHandler<>(MessageType.PROGRESS, ProgressBody::fromJson, this::progressed));
  }

  private Handled recalled(VerifiedMessage message, RecallBody body) {
    Recall recall = new Recall(body.reason(), clock.instant());
    return declarations.recall(tenant(message), message.issuer(), body.declarationId(), recall)
        ? Handled.done()
        : new Handled.Refused(
            Why.of(Trouble.UNKNOWN_DECLARATION, "the sender has not given us such a declaration"));
  }

  private Handled withheld(VerifiedMessage message, WithholdBody body) {
    words.withheld(tenant(message), body.traceId(), body.switches(), clock.instant());
    return Handled.done();
  }

  private Handled released(VerifiedMessage message, ReleaseBody body) {
    words.released(tenant(message), body.traceId(), body.switches(), clock.instant());
    return Handled.done();
  }

  private Handled progressed(VerifiedMessage message, ProgressBody body) {
    words.progress(
        tenant(message),
        body.traceId(),
        new IssuerWord.Progress(body.complete(), body.requests(), body.changedOn()));
    return Handled.done();
  }

  private static Tenant tenant(VerifiedMessage message) {
    return new Tenant(message.issuer());
  }
}
