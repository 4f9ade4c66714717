package org.cfptrace.service.journal;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param number counts up
 * @param at when
 * @param who the signed-in user's name, or the name of the service for what it did by itself
 * @param action thing and act, such as {@code product.created}
 * @param subject the identifier of what it was done to
 */
public record JournalEntry(long number, Instant at, String who, String action, String subject) {}
