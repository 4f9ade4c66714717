package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.disclose.HttpsLink;
import org.cfptrace.service.http.Fields;

/**
 * What a declaration says that neither the battery's model nor its footprint knows.
 *
 * @param declarationOfConformity the identification number of the EU declaration of conformity
 * @param study where the public version of the study is
 * @param verifier the notified body, or who else has verified it
 * @param circularFootprintFormula the parameters used: A, B, R1, R2, R3
 */
public record DeclarationOptions(
    Manufacturer manufacturer,
    Optional<String> declarationOfConformity,
    Optional<String> study,
    Optional<String> verifier,
    Optional<String> circularFootprintFormula) {
  private static final int SHORT = 200;
  private static final int LONG = 1000;

  public DeclarationOptions {
    requireNonNull(manufacturer, "manufacturer");
    requireNonNull(declarationOfConformity, "declarationOfConformity");
    requireNonNull(study, "study");
    requireNonNull(verifier, "verifier");
    requireNonNull(circularFootprintFormula, "circularFootprintFormula");
  }

  static DeclarationOptions read(Fields fields) {
    var options =
        new DeclarationOptions(
            fields.object("manufacturer").map(Manufacturer::read).orElse(Manufacturer.NOT_STATED),
            Texts.filled(fields, "declarationOfConformity", SHORT),
            fields.value("study", HttpsLink::of),
            Texts.filled(fields, "verifier", SHORT),
            Texts.filled(fields, "circularFootprintFormula", LONG));
    fields.refuseOthers();
    return options;
  }
}
