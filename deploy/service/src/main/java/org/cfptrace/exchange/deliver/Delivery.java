package org.cfptrace.exchange.deliver;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a message has come, for people.
 *
 * @param reason why it was refused, or why it could not be sent yet
 */
public record Delivery(
    DeliveryState state,
    int attempts,
    Optional<Instant> sentAt,
    Optional<Instant> settledAt,
    Optional<String> reason) {}
