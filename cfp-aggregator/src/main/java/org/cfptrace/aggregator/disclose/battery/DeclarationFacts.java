package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.BatteryFacts;

/** All that a declaration says. */
public record DeclarationFacts(BatteryFacts battery, DeclarationOptions stated) {
  public DeclarationFacts {
    requireNonNull(battery, "battery");
    requireNonNull(stated, "stated");
  }

  /** A point of Article 7(1) to which something is not stated. */
  record Gap(String letter, String field, String what) {}

  /** The manufacturer's name: as stated, or else as the directory has it. */
  String manufacturerName() {
    return stated.manufacturer().name().orElse(battery.company().name());
  }

  /** What Article 7(1) demands and nobody stated, in the order of its points. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    Manufacturer manufacturer = stated.manufacturer();
    if (manufacturer.address().isEmpty()) {
      gaps.add(new Gap("a", "manufacturer.address", "the manufacturer's postal address"));
    }
    if (manufacturer.web().isEmpty() && manufacturer.email().isEmpty()) {
      gaps.add(new Gap("a", "manufacturer.web", "the manufacturer's web or e-mail address"));
    }
    if (stated.declarationOfConformity().isEmpty()) {
      gaps.add(
          new Gap(
              "f",
              "declarationOfConformity",
              "the identification number of the EU declaration of conformity"));
    }
    if (stated.study().isEmpty()) {
      gaps.add(new Gap("g", "study", "the web link to the public version of the study"));
    }
    return gaps;
  }
}
