package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.HttpsLink;
import org.cfptrace.service.http.Fields;

/**
 * What a battery's shell says that its model does not know.
 *
 * @param study where the public version of the study is
 * @param studyDocument its document identifier in the submodel HandoverDocumentation
 * @param calculationMethods beside Annex II, which always stands first
 * @param assetId the model's global id, where it is not its trace id
 */
public record BatteryShellOptions(
    String study,
    Optional<String> studyDocument,
    List<String> calculationMethods,
    Optional<String> assetId) {
  private static final int LONGEST = 200;

  public BatteryShellOptions {
    requireNonNull(study, "study");
    requireNonNull(studyDocument, "studyDocument");
    calculationMethods = List.copyOf(calculationMethods);
    requireNonNull(assetId, "assetId");
  }

  static BatteryShellOptions read(Fields fields) {
    Optional<String> study = fields.requiredValue("study", HttpsLink::of);
    Optional<String> document =
        fields
            .text("studyDocument", LONGEST)
            .filter(
                text -> fields.holds("studyDocument", !text.isBlank(), "BLANK", "expected a text"));
    List<String> methods = fields.texts("calculationMethods", 20, LONGEST);
    Optional<String> assetId = fields.value("assetId", AssetId::of);
    fields.refuseOthers();
    // What could not be read is noted as a fault, and nothing is made of it.
    return new BatteryShellOptions(study.orElse(""), document, methods, assetId);
  }
}
