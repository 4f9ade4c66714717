package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Applies what is said over the inbox, or wherever else it may come: reads the body in its own form
 * and refuses what is not, then hands it to who takes it.
 *
 * @param <B> the form of the body
 */
public final class BodyHandler<B> implements MessageHandler {
  private final MessageType type;
  private final Set<Way> ways;
  private final Function<ObjectNode, B> form;
  private final BiFunction<VerifiedMessage, B, Handled> taker;

  public BodyHandler(
      MessageType type,
      Function<ObjectNode, B> form,
      BiFunction<VerifiedMessage, B, Handled> taker) {
    this(type, Set.of(Way.INBOX), form, taker);
  }

  /** For what may come over these topics. */
  public BodyHandler(
      MessageType type,
      Set<Way> ways,
      Function<ObjectNode, B> form,
      BiFunction<VerifiedMessage, B, Handled> taker) {
    this.type = requireNonNull(type, "type");
    this.ways = Set.copyOf(ways);
    this.form = requireNonNull(form, "form");
    this.taker = requireNonNull(taker, "taker");
  }

  @Override
  public MessageType type() {
    return type;
  }

  @Override
  public Set<Way> ways() {
    return ways;
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      B body = form.apply(message.body());
      return () -> taker.apply(message, body);
    } catch (MalformedException e) {
      Why why = Why.of(Reason.MALFORMED_BODY, "not the body of a " + type.jsonName());
      return () -> new Handled.Refused(why);
    }
  }
}
