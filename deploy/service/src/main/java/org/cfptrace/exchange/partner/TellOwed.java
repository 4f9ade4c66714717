package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * Says to a company what it is owed, also when the partnership is over: to a partner over its
 * inbox, to a former one over its door, which is open to everybody admitted. There each message has
 * a thread of its own, so that nothing queued before the end keeps it back.
 */
public final class TellOwed {
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;

  public TellOwed(Partners partners, Threads threads, PostMessage post) {
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
  }

  /**
   * Posts it, in the transaction under way.
   *
   * @param product whose thread it belongs to between partners
   * @return the message; empty where no person here vouches for a key of that company, so that
   *     there is no way to it
   */
  public Optional<UUID> tell(
      ParticipantId company, Optional<TraceId> product, MessageType type, ObjectNode body) {
    return partners
        .find(company)
        .filter(known -> known.pinnedKey().isPresent())
        .map(
            known ->
                known.isTrusted()
                    ? post.post(company, Way.INBOX, threads.about(company, product), type, body)
                    : post.post(company, Way.DOOR, UUID.randomUUID().toString(), type, body))
        .map(PostMessage.Posted::messageId);
  }

  /**
   * As {@link #tell}, of what nobody may miss: where there is no way, it waits until a person here
   * vouches for a key of that company and both are partners.
   */
  public void tellOrLetWait(
      ParticipantId company, Optional<TraceId> product, MessageType type, ObjectNode body) {
    if (tell(company, product, type, body).isEmpty()) {
      post.post(company, Way.INBOX, UUID.randomUUID().toString(), type, body);
    }
  }
}
