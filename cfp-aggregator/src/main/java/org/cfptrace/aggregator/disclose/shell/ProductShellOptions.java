package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.service.http.Fields;

/**
 * What a product's shell says that its structure does not know.
 *
 * @param calculationMethods by which the footprint was worked out, at least one; those of the value
 *     list by their names there, such as {@code ISO 14067}
 * @param assetId the product's global id, where it is not its trace id
 * @param expirationDate the last day of use
 */
public record ProductShellOptions(
    List<String> calculationMethods,
    Optional<String> assetId,
    Optional<HandoverAddress> handoverAddress,
    Optional<LocalDate> expirationDate) {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  public ProductShellOptions {
    calculationMethods = List.copyOf(calculationMethods);
    requireNonNull(assetId, "assetId");
    requireNonNull(handoverAddress, "handoverAddress");
    requireNonNull(expirationDate, "expirationDate");
  }

  static ProductShellOptions read(Fields fields) {
    int before = fields.faults();
    List<String> methods = fields.texts("calculationMethods", MOST, LONGEST);
    if (fields.faults() == before && methods.isEmpty()) {
      fields.fault("calculationMethods", "REQUIRED", "expected at least one, such as ISO 14067");
    }
    var options =
        new ProductShellOptions(
            methods,
            fields.value("assetId", AssetId::of),
            fields.object("handoverAddress").flatMap(HandoverAddress::read),
            fields.date("expirationDate"));
    fields.refuseOthers();
    return options;
  }
}
