package org.cfptrace.aggregator.disclose.battery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cfptrace.aggregator.battery.Obligation;
import org.cfptrace.aggregator.disclose.BatteryFacts;

/** Whether the law obliges to a declaration on the day of the export: a declaration says so. */
enum Duties {
  /** The act that lays down the method is not in force, so nobody is obliged. */
  VOLUNTARY_DRAFT_METHOD,
  /** The act is in force, its first day is still to come. */
  VOLUNTARY_UNTIL_ITS_DAY,
  OBLIGATORY;

  static Duties of(BatteryFacts battery, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    Optional<LocalDate> from = battery.obligedFrom(Obligation.DECLARATION);
    if (from.isEmpty()) {
      return VOLUNTARY_DRAFT_METHOD;
    }
    return from.get().isAfter(today) ? VOLUNTARY_UNTIL_ITS_DAY : OBLIGATORY;
  }

  /** A sentence for people. */
  String sentence(BatteryFacts battery) {
    String day = battery.obligedFrom(Obligation.DECLARATION).map(LocalDate::toString).orElse("");
    return switch (this) {
      case VOLUNTARY_DRAFT_METHOD ->
          "Voluntary / draft method: no act that lays down the method for this category of"
              + " batteries is in force, so Article 7(1) obliges nobody yet. Method followed: "
              + battery.functionalUnit().rules()
              + ".";
      case VOLUNTARY_UNTIL_ITS_DAY ->
          "Voluntary until " + day + ", when the obligation of Article 7(1) begins.";
      case OBLIGATORY -> "Obligatory by Article 7(1) since " + day + ".";
    };
  }
}
