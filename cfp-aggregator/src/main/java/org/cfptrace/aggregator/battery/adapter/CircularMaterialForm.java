package org.cfptrace.aggregator.battery.adapter;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.aggregator.battery.CircularFootprint;
import org.cfptrace.aggregator.battery.CircularFootprint.EnergyRecovery;
import org.cfptrace.aggregator.battery.CircularMaterial;
import org.cfptrace.aggregator.battery.MaterialKind;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A material's parameters as they are written over HTTP and kept. What the formula multiplies with
 * a share of zero need not be said; what counts must be.
 */
@Schema(name = "CircularMaterial", description = "Emissions in kg CO2e per kilogram of material.")
record CircularMaterialForm(
    @Schema(required = true, maxLength = 100, examples = "copper-foil") String code,
    @Schema(required = true, maxLength = 256) String name,
    @Schema(required = true) MaterialKind kind,
    @Schema(description = "when not said 0.2 for metals, 0.5 for all else") String a,
    @Schema(description = "0 when not said") String b,
    @Schema(description = "recycled content; 0 when not said, without evidence") String r1,
    @Schema(required = true, description = "recycled afterwards") String r2,
    @Schema(description = "burnt for energy afterwards; 0 when not said") String r3,
    @Schema(required = true, description = "virgin material") String ev,
    @Schema(description = "recycling of what goes in; required where r1 is more than 0")
        String erec,
    @Schema(description = "recycling afterwards; required where r2 is more than 0") String erecEol,
    @Schema(description = "E*v, what is taken the place of; required where r2 is more than 0")
        String evSubstituted,
    @Schema(description = "Qsin ÷ Qp; required where r1 is more than 0") String qualityIn,
    @Schema(description = "Qsout ÷ Qp; required where r2 is more than 0") String qualityOut,
    @Schema(description = "required where r3 is more than 0") @Nullable EnergyForm energy,
    @Schema(required = true, description = "disposal of the rest") String ed) {

  /** Energy recovery. */
  @Schema(name = "EnergyRecovery")
  record EnergyForm(
      @Schema(required = true, description = "EER") String eer,
      @Schema(required = true, description = "LHV") String lowerHeatingValue,
      @Schema(required = true, description = "XER,heat") String heatEfficiency,
      @Schema(required = true, description = "ESE,heat") String heat,
      @Schema(required = true, description = "XER,elec") String electricityEfficiency,
      @Schema(required = true, description = "ESE,elec") String electricity) {
    static EnergyForm of(EnergyRecovery energy) {
      return new EnergyForm(
          energy.eer().toPlainString(),
          energy.lowerHeatingValue().toPlainString(),
          energy.heatEfficiency().toPlainString(),
          energy.heat().toPlainString(),
          energy.electricityEfficiency().toPlainString(),
          energy.electricity().toPlainString());
    }

    private static EnergyRecovery read(Fields fields) {
      EnergyRecovery energy =
          new EnergyRecovery(
              amount(fields, "eer", true, BigDecimal.ZERO),
              amount(fields, "lowerHeatingValue", true, BigDecimal.ZERO),
              share(fields, "heatEfficiency", true, BigDecimal.ZERO),
              amount(fields, "heat", true, BigDecimal.ZERO),
              share(fields, "electricityEfficiency", true, BigDecimal.ZERO),
              amount(fields, "electricity", true, BigDecimal.ZERO));
      fields.refuseOthers();
      return energy;
    }
  }

  /** A material, or its faults in the fields. */
  static Optional<CircularMaterial> read(Fields fields) {
    int before = fields.faults();
    Optional<String> code = fields.requiredText("code", 100);
    Optional<String> name = fields.requiredText("name", 256);
    Optional<MaterialKind> kind = fields.requiredChoice("kind", MaterialKind.class);
    BigDecimal r1 = share(fields, "r1", false, BigDecimal.ZERO);
    BigDecimal r2 = share(fields, "r2", true, BigDecimal.ZERO);
    BigDecimal r3 = share(fields, "r3", false, BigDecimal.ZERO);
    boolean isWhole =
        fields.holds(
            "r3",
            r2.add(r3).compareTo(BigDecimal.ONE) <= 0,
            "OUT_OF_RANGE",
            "expected r2 and r3 to be 1 at most together, seen " + r2.add(r3).toPlainString());
    CircularFootprint footprint =
        new CircularFootprint(
            share(fields, "a", false, kind.orElse(MaterialKind.OTHER).usualA()),
            share(fields, "b", false, BigDecimal.ZERO),
            r1,
            r2,
            isWhole ? r3 : BigDecimal.ZERO,
            amount(fields, "ev", true, BigDecimal.ZERO),
            amount(fields, "erec", r1.signum() > 0, BigDecimal.ZERO),
            amount(fields, "erecEol", r2.signum() > 0, BigDecimal.ZERO),
            amount(fields, "evSubstituted", r2.signum() > 0, BigDecimal.ZERO),
            amount(fields, "qualityIn", r1.signum() > 0, BigDecimal.ONE),
            amount(fields, "qualityOut", r2.signum() > 0, BigDecimal.ONE),
            energy(fields, r3),
            amount(fields, "ed", true, BigDecimal.ZERO));
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new CircularMaterial(
                code.orElseThrow(), name.orElseThrow(), kind.orElseThrow(), footprint));
  }

  static CircularMaterialForm of(CircularMaterial material) {
    CircularFootprint footprint = material.perKilogram();
    EnergyRecovery energy = footprint.energy();
    return new CircularMaterialForm(
        material.code(),
        material.name(),
        material.kind(),
        footprint.a().toPlainString(),
        footprint.b().toPlainString(),
        footprint.r1().toPlainString(),
        footprint.r2().toPlainString(),
        footprint.r3().toPlainString(),
        footprint.ev().toPlainString(),
        footprint.erec().toPlainString(),
        footprint.erecEol().toPlainString(),
        footprint.evSubstituted().toPlainString(),
        footprint.qualityIn().toPlainString(),
        footprint.qualityOut().toPlainString(),
        energy.equals(EnergyRecovery.NONE) ? null : EnergyForm.of(energy),
        footprint.ed().toPlainString());
  }

  private static EnergyRecovery energy(Fields fields, BigDecimal burnt) {
    Optional<Fields> energy =
        burnt.signum() > 0 ? fields.requiredObject("energy") : fields.object("energy");
    return energy.map(EnergyForm::read).orElse(EnergyRecovery.NONE);
  }

  /** From 0 to 1; at a fault what is usual stands in its place and is not used. */
  private static BigDecimal share(
      Fields fields, String name, boolean isRequired, BigDecimal usual) {
    return number(fields, name, isRequired, "0 to 1")
        .filter(value -> isIn(fields, name, value, value.compareTo(BigDecimal.ONE) <= 0, "0 to 1"))
        .orElse(usual);
  }

  /** 0 or more. */
  private static BigDecimal amount(
      Fields fields, String name, boolean isRequired, BigDecimal usual) {
    return number(fields, name, isRequired, "0 or more").orElse(usual);
  }

  private static Optional<BigDecimal> number(
      Fields fields, String name, boolean isRequired, String range) {
    return (isRequired ? fields.requiredDecimal(name) : fields.decimal(name))
        .filter(value -> isIn(fields, name, value, value.signum() >= 0, range));
  }

  private static boolean isIn(
      Fields fields, String name, BigDecimal value, boolean claim, String range) {
    return fields.holds(
        name, claim, "OUT_OF_RANGE", "expected " + range + ", seen " + value.toPlainString());
  }
}
