package org.cfptrace.exchange.deliver;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.footprint.ParticipantId;

/**
 * Sends anew what outlived its life: the same words as new messages, in the order of old. What the
 * reader has never seen keeps its place, so that its thread has no hole; it refuses that as too
 * late and takes what follows.
 */
public final class SendAnew {
  private final Outbox outbox;
  private final PostMessage post;
  private final Clock clock;

  public SendAnew(Outbox outbox, PostMessage post, Clock clock) {
    this.outbox = requireNonNull(outbox, "outbox");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Sends anew what one reader has not taken in time, and says how many messages that were. */
  public int to(ParticipantId recipient) {
    List<Outbox.Outlived> outlived =
        outbox.outlived(recipient, clock.instant().minus(PostMessage.LIFE));
    for (Outbox.Outlived message : outlived) {
      MessageType type = MessageType.ofJsonName(message.type()).orElseThrow();
      post.post(
          recipient,
          message.way(),
          message.thread(),
          type,
          SignedMessage.bodyOfOwn(message.message()));
      outbox.sentAnew(message.messageId(), clock.instant());
    }
    return outlived.size();
  }
}
