package org.cfptrace.aggregator.structure.adapter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.Optional;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.aggregator.structure.EmissionFactor;
import org.cfptrace.aggregator.structure.FactorReference;
import org.cfptrace.aggregator.structure.FactorSet;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.service.form.LineForm;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of a structure: that of a bill of materials, and beside it the option it belongs to, the
 * emission factor its estimate is taken from, and its role in a battery.
 */
@Schema(name = "StructureLine")
record StructureLineForm(
    @JsonUnwrapped LineForm line,
    @Schema(description = "there only where this option is chosen", maxLength = 40)
        @Nullable String option,
    @Schema(description = "kind TERMINAL: in the place of an estimate") @Nullable Factor factor,
    @Schema(description = "part of a battery for which the maker's own figures are required")
        @Nullable ComponentRole role) {

  private static final int LONGEST_OPTION = 40;

  /** The emission factor to use, and in which stage. */
  @Schema(name = "FactorUse")
  record Factor(
      @Schema(required = true, examples = "examples") String set,
      @Schema(required = true, examples = "1") String version,
      @Schema(required = true, examples = "electricity") String code,
      @Schema(description = "stage in which it is used; pre when not said") @Nullable String stage,
      @Schema(readOnly = true, description = "the warming potentials of its set, where it says")
          @Nullable GwpSet gwp) {}

  /** Where a line's emission factor is looked up. */
  @FunctionalInterface
  interface Lookup {
    /** What was kept holds its estimates already, as they were when it was written. */
    Lookup KEPT = (set, version) -> Optional.empty();

    Optional<FactorSet> find(String set, String version);
  }

  static Optional<StructureLine> read(Fields fields, Lookup factors) {
    int before = fields.faults();
    var used = new Used();
    var line =
        LineForm.readOpen(
            fields,
            (terminal, unit) -> used.read(terminal, unit, factors),
            () -> used.readOthers(fields));
    return fields.faults() > before
        ? Optional.empty()
        : line.map(read -> new StructureLine(read, used.option, used.factor, used.role));
  }

  static StructureLineForm of(StructureLine line) {
    return new StructureLineForm(
        LineForm.of(line.line()),
        line.option().orElse(null),
        line.factor().map(factor -> factor(factor, line.line())).orElse(null),
        line.role().orElse(null));
  }

  private static Factor factor(FactorReference factor, BillOfMaterialsLine line) {
    String stage =
        line.supply()
            .fold(
                procured -> Stage.PRE,
                terminal ->
                    terminal.estimate().emissions().cells().keySet().stream()
                        .findFirst()
                        .map(cell -> cell.stage())
                        .orElse(Stage.PRE),
                own -> Stage.PRE)
            .jsonName();
    Optional<GwpSet> gwp =
        line.supply()
            .fold(
                bought -> Optional.empty(),
                terminal -> Optional.ofNullable(terminal.estimate().gwp()),
                own -> Optional.empty());
    return new Factor(factor.set(), factor.version(), factor.code(), stage, gwp.orElse(null));
  }

  /** What was read beside the line itself. */
  private static final class Used {
    private Optional<String> option = Optional.empty();
    private Optional<FactorReference> factor = Optional.empty();
    private Optional<ComponentRole> role = Optional.empty();

    Optional<Estimate> read(Fields line, Optional<DeclaredUnit> unit, Lookup factors) {
      Optional<Fields> given = line.object("factor");
      if (given.isEmpty()) {
        return LineForm.estimate(line, unit);
      }
      // What is written back as it was read shows the estimate too; the factor counts.
      line.object("estimate");
      Stage stage = given.get().value("stage", Used::stage).orElse(Stage.PRE);
      // As above: it was kept with the estimate, and whoever writes it back says nothing by it.
      Optional<GwpSet> gwp = given.get().choice("gwp", GwpSet.class);
      factor = reference(given.get());
      return factors == Lookup.KEPT
          ? LineForm.estimate(line, unit, profileOf(stage).orElseThrow())
              .map(kept -> kept.under(gwp.orElse(null)))
          : factor.flatMap(use -> estimate(given.get(), use, stage, factors));
    }

    void readOthers(Fields line) {
      option =
          line.text("option", LONGEST_OPTION)
              .filter(
                  text ->
                      line.holds(
                          "option",
                          !text.isBlank() && !text.contains(","),
                          "INVALID",
                          "an option has a name without commas"));
      role = line.choice("role", ComponentRole.class);
      line.refuseOthers();
    }

    /** A stage in which somebody books something by hand. */
    private static Stage stage(String text) {
      Stage stage = Stage.of(text);
      if (profileOf(stage).isEmpty()) {
        throw new IllegalArgumentException("nothing is booked in stage " + text + " by hand");
      }
      return stage;
    }

    private static Optional<StageProfile> profileOf(Stage stage) {
      return Arrays.stream(StageProfile.values())
          .filter(profile -> profile.ownStages().contains(stage))
          .findFirst();
    }

    private static Optional<FactorReference> reference(Fields fields) {
      var set = fields.requiredText("set", 100);
      var version = fields.requiredText("version", 40);
      var code = fields.requiredText("code", 100);
      fields.refuseOthers();
      return set.isEmpty() || version.isEmpty() || code.isEmpty()
          ? Optional.empty()
          : Optional.of(new FactorReference(set.get(), version.get(), code.get()));
    }

    private static Optional<Estimate> estimate(
        Fields fields, FactorReference use, Stage stage, Lookup factors) {
      Optional<FactorSet> known = factors.find(use.set(), use.version());
      Optional<EmissionFactor> found = known.flatMap(set -> set.factor(use.code()));
      fields.holds(
          known.isEmpty() ? "set" : "code",
          found.isPresent(),
          known.isEmpty() ? "UNKNOWN_FACTOR_SET" : "UNKNOWN_FACTOR",
          "there is no factor " + use);
      return found.map(
          one ->
              new Estimate(
                  LineOrigin.SECONDARY,
                  one.unit(),
                  one.in(stage),
                  one.quality().orElse(null),
                  known.orElseThrow().citation(one.code()),
                  known.get().gwp().orElse(null)));
    }
  }
}
