package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.paper.Pdf;

/** All that a declaration says. */
public record DeclarationFacts(BatteryFacts battery, DeclarationOptions stated) {
  public DeclarationFacts {
    requireNonNull(battery, "battery");
    requireNonNull(stated, "stated");
  }

  /** A point of Article 7(1) to which something is not stated. */
  record Gap(String letter, String field, String what) {
    /**
     * Whether there is no declaration without it once the law obliges to one. What else is stated
     * of a manufacturer is administrative information, of which its name is always there.
     */
    boolean isDemanded() {
      return letter.equals("f") || letter.equals("g");
    }
  }

  /** The manufacturer's name: as stated, or else as the directory has it. */
  String manufacturerName() {
    return stated.manufacturer().name().orElse(battery.company().name());
  }

  /** The name stated, where it is not printed like the directory's. */
  Optional<String> otherName() {
    String known = Pdf.legible(battery.company().name());
    return stated.manufacturer().name().filter(name -> !Pdf.legible(name).strip().equals(known));
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
