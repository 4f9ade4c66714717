package org.cfptrace.exchange.partner;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;

/**
 * Something a person has to look at.
 *
 * @param participant whose directory entry it is about
 * @param key the thumbprint of the key in question
 */
public record Alarm(
    long number,
    AlarmKind kind,
    ParticipantId participant,
    String key,
    Instant raisedAt,
    Optional<Instant> settledAt,
    Optional<String> settledBy) {}
