package org.cfptrace.aggregator.structure.adapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product and what it is made of, as it is written over HTTP and in files. */
@Schema(name = "ProductStructure")
record StructureForm(
    String traceId,
    @Schema(required = true, maxLength = 256) String name,
    @Schema(description = "OTHER when not said") Category category,
    @Schema(maxLength = 100) @Nullable String plant,
    @Schema(required = true, examples = "piece") String unit,
    @Schema(description = "kilograms of one unit") @Nullable String massPerUnit,
    @Schema(description = "warming potentials; AR6 when not said") GwpSet gwp,
    @Schema(description = "CRADLE_TO_GATE when not said") SystemBoundary boundary,
    @Schema(description = "stages by which profile; OURANOS when not said") StageProfile profile,
    @Schema(description = "what the maker itself emits; left out it is missing, not zero")
        @Nullable OwnEmissionsForm own,
    @Schema(description = "inbound transport the maker pays for")
        @Nullable OwnEmissionsForm transport,
    List<StructureLineForm> lines,
    @Schema(description = "first day it holds; left out it corrects the version in force")
        @Nullable LocalDate validFrom,
    @Schema(description = "last day it holds") @Nullable LocalDate validTo) {

  /** Since when the first version of a product holds where it does not say. */
  static final LocalDate EVER = LocalDate.of(1970, 1, 1);

  /** When a version begins that does not say so: with the one in force, which it corrects. */
  static LocalDate beginning(Optional<StructureVersion> present) {
    return present.map(version -> version.structure().validFrom()).orElse(EVER);
  }

  /**
   * Reads a structure; faults are noted under their paths.
   *
   * @param beginning when it begins where it does not say
   */
  static Optional<ProductStructure> read(
      Fields fields, TraceId traceId, LocalDate beginning, StructureLineForm.Lookup factors) {
    int before = fields.faults();
    fields
        .value("traceId", TraceId::of)
        .filter(given -> !given.equals(traceId))
        .ifPresent(given -> fields.fault("traceId", "READ_ONLY", "it is " + traceId));
    var name = fields.requiredText("name", 256);
    var category = fields.choice("category", Category.class).orElse(Category.OTHER);
    var plant = fields.text("plant", 100);
    var unit = fields.requiredValue("unit", DeclaredUnit::ofAnySpelling);
    var mass = fields.positiveDecimal("massPerUnit").map(MassPerUnit::new);
    var gwp = fields.choice("gwp", GwpSet.class).orElse(GwpSet.AR6);
    var boundary =
        fields.choice("boundary", SystemBoundary.class).orElse(SystemBoundary.CRADLE_TO_GATE);
    var profile = fields.choice("profile", StageProfile.class).orElse(StageProfile.OURANOS);
    var own = fields.object("own").flatMap(it -> OwnEmissionsForm.read(it, profile));
    var transport = fields.object("transport").flatMap(it -> OwnEmissionsForm.read(it, profile));
    checkBoundary(fields, boundary, own);
    checkBoundary(fields, boundary, transport);
    var lines = lines(fields, factors);
    var validFrom = fields.date("validFrom").orElse(beginning);
    var validTo = fields.date("validTo");
    validTo.ifPresent(
        to ->
            fields.holds(
                "validTo",
                !to.isBefore(validFrom),
                "ENDS_BEFORE_BEGIN",
                "expected " + validFrom + " or later, seen " + to));
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new ProductStructure(
                traceId,
                name.orElseThrow(),
                category,
                plant,
                unit.orElseThrow(),
                mass,
                new CalculationBasis(gwp, boundary),
                profile,
                own,
                transport,
                lines,
                validFrom,
                validTo));
  }

  private static void checkBoundary(
      Fields fields, SystemBoundary boundary, Optional<OwnEmissions> emissions) {
    emissions.ifPresent(
        it ->
            fields.holds(
                "boundary",
                it.emissions().stages().stream().allMatch(boundary::reaches),
                "OUT_OF_RANGE",
                "stage endOfLife lies beyond " + boundary));
  }

  static StructureForm of(ProductStructure structure) {
    return new StructureForm(
        structure.traceId().toString(),
        structure.name(),
        structure.category(),
        structure.plant().orElse(null),
        structure.unit().text(),
        structure.massPerUnit().map(MassPerUnit::text).orElse(null),
        structure.basis().gwp(),
        structure.basis().boundary(),
        structure.profile(),
        structure.own().map(OwnEmissionsForm::of).orElse(null),
        structure.transport().map(OwnEmissionsForm::of).orElse(null),
        structure.lines().stream().map(StructureLineForm::of).toList(),
        structure.validFrom(),
        structure.validTo().orElse(null));
  }

  private static List<StructureLine> lines(Fields fields, StructureLineForm.Lookup factors) {
    List<StructureLine> lines = new ArrayList<>();
    Set<LineId> ids = new HashSet<>();
    for (Fields line : fields.objects("lines", OwnProduct.MOST_LINES)) {
      StructureLineForm.read(line, factors)
          .filter(
              read ->
                  line.holds(
                      "lineId",
                      ids.add(read.line().lineId()),
                      "DUPLICATE",
                      "another line is named " + read.line().lineId()))
          .ifPresent(lines::add);
    }
    return lines;
  }
}
