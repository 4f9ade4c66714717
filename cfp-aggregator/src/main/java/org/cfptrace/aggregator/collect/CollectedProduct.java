package org.cfptrace.aggregator.collect;

import java.time.LocalDate;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * A product of which we were given at least one declaration.
 *
 * @param name as its issuer called it last
 * @param declarations how many we have of it
 * @param latestPeriodTo the last day any of them speaks of
 */
public record CollectedProduct(
    ParticipantId issuer,
    TraceId traceId,
    String name,
    String unit,
    long declarations,
    LocalDate latestPeriodTo) {}
