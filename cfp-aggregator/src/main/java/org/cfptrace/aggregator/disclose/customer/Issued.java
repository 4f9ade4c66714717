package org.cfptrace.aggregator.disclose.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.aggregator.disclose.Stamp;

/**
 * What a footprint gets from the export it is made in.
 *
 * @param id new with every change
 * @param precedingIds newest first: the footprint of the export that this one corrects, then what
 *     the request names
 * @param comment the maker's own, and what the export has to say
 */
record Issued(String id, List<String> precedingIds, String created, String comment) {

  static Issued of(PcfFacts facts, PcfFormat format, Stamp stamp) {
    String id = Ids.footprint(format.target(), stamp.exportId(), facts.item().traceId());
    Stream<String> corrected =
        stamp.supersedes().stream()
            .map(export -> Ids.footprint(format.target(), export, facts.item().traceId()));
    List<String> preceding =
        Stream.concat(corrected, facts.words().precedingIds().stream())
            .filter(earlier -> !earlier.equals(id))
            .distinct()
            .toList();
    String notice =
        StampNote.english(
            stamp, "pcfIncludingBiogenicUptake (lead) and pcfExcludingBiogenicUptake");
    String comment = facts.words().comment().map(own -> own + "\n\n" + notice).orElse(notice);
    return new Issued(id, preceding, moment(stamp.asOf()), comment);
  }

  /** ISO 8601 in UTC. */
  static String moment(Instant instant) {
    return instant.toString();
  }

  /** The beginning of a day in UTC. */
  static String moment(LocalDate day) {
    return day + "T00:00:00Z";
  }
}
