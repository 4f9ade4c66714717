package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import org.cfptrace.aggregator.disclose.BatteryFacts;

/** All that the carbon-footprint part of a battery passport says. */
public record PassportFacts(BatteryFacts battery, String study) {
  public PassportFacts {
    requireNonNull(battery, "battery");
    requireNonNull(study, "study");
  }
}
