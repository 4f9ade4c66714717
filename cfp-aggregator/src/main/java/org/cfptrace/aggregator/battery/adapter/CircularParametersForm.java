package org.cfptrace.aggregator.battery.adapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.battery.CircularMaterial;
import org.cfptrace.aggregator.battery.CircularParameters;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a set of parameters of the formula as it is written over HTTP and kept. */
@Schema(name = "CircularParameters")
record CircularParametersForm(
    @Schema(required = true, maxLength = 100, examples = "ef-3.1") String id,
    @Schema(required = true, maxLength = 40, examples = "2025") String version,
    @Schema(required = true, maxLength = 400, description = "who published it, and where")
        String source,
    @Schema(required = true, description = "the year its data speaks of", examples = "2024")
        String year,
    @Schema(required = true, maxLength = 40, examples = "EU") String region,
    @Schema(required = true, description = "a draft or an example, no ground for a declaration")
        boolean draft,
    @Schema(required = true) List<CircularMaterialForm> materials) {
  private static final int MOST = 1000;

  /** A set, or its faults in the fields. */
  static Optional<CircularParameters> read(Fields fields) {
    int before = fields.faults();
    Optional<String> id = fields.requiredText("id", 100);
    Optional<String> version = fields.requiredText("version", 40);
    Optional<String> source = fields.requiredText("source", 400);
    Optional<Integer> year = fields.requiredValue("year", CircularParametersForm::year);
    Optional<String> region = fields.requiredText("region", 40);
    Optional<Boolean> draft = fields.requiredFlag("draft");
    List<CircularMaterial> materials = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Fields material : fields.requiredObjects("materials", MOST)) {
      CircularMaterialForm.read(material)
          .filter(it -> material.holds("code", codes.add(it.code()), "DUPLICATE", "named twice"))
          .ifPresent(materials::add);
    }
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new CircularParameters(
                id.orElseThrow(),
                version.orElseThrow(),
                source.orElseThrow(),
                year.orElseThrow(),
                region.orElseThrow(),
                draft.orElseThrow(),
                materials));
  }

  static CircularParametersForm of(CircularParameters set) {
    return new CircularParametersForm(
        set.id(),
        set.version(),
        set.source(),
        Integer.toString(set.year()),
        set.region(),
        set.draft(),
        set.materials().stream().map(CircularMaterialForm::of).toList());
  }

  private static int year(String text) {
    if (!text.matches("(19|20|21)[0-9]{2}")) {
      throw new IllegalArgumentException("expected a year such as \"2024\"");
    }
    return Integer.parseInt(text);
  }
}
