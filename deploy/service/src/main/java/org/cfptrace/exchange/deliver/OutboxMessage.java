package org.cfptrace.exchange.deliver;

import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;

/**
 * A signed message on its way out.
 *
 * @param messageId its {@code jti}, and the opaque id in the broker's header
 * @param thread decides the order: messages of one thread to one reader go one after the other
 * @param message the signed token, character by character; sealed only when they are sent, to the
 *     key the reader has then
 * @param attempts how often sending has failed so far
 */
public record OutboxMessage(
    UUID messageId,
    ParticipantId recipient,
    Way way,
    String thread,
    long seq,
    String message,
    int attempts) {}
