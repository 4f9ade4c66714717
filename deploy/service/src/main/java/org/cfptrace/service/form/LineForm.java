package org.cfptrace.service.form;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.Proxy;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill of materials as it is written over HTTP. The members are documented here once
 * for every door that takes lines.
 */
@Schema(name = "Line")
public record LineForm(
    @Schema(description = "names the line for good; issued when not given", maxLength = 64)
        @Nullable String lineId,
    @Schema(required = true, maxLength = 50, examples = "Coil 1.2 mm") String partName,
    @Schema(
            required = true,
            description = "net amount in one unit of the product",
            examples = "2.5")
        String amount,
    @Schema(required = true, examples = "kilogram") String unit,
    @Schema(description = "above 0, at most 1; 1 when not said", examples = "0.8")
        @Nullable String yield,
    @Schema(description = "kilograms of one piece of the part") @Nullable String massPerUnit,
    @Schema(required = true) Kind kind,
    @Schema(description = "kind OWN: the product of this company") @Nullable String ownTraceId,
    @Schema(description = "kind TERMINAL: what the owner puts in") @Nullable EstimateForm estimate,
    @Schema(description = "kind PROCURED: where it comes from") @Nullable List<SourceForm> sources,
    @Schema(description = "kind PROCURED: what counts while a source's figure cannot be used")
        @Nullable ProxyForm proxy) {

  /** How a line is supplied. */
  public enum Kind {
    PROCURED,
    OWN,
    TERMINAL
  }

  private static final int MOST_SOURCES = 50;

  /** Reads a line and refuses members that no line has. */
  public static Optional<BillOfMaterialsLine> read(Fields fields) {
    return readOpen(fields, LineForm::estimate, fields::refuseOthers);
  }

  /** Reads what counts for a line that nobody else is asked for. */
  @FunctionalInterface
  public interface Terminals {
    /** Reads it, noting a fault where there is none. */
    Optional<Estimate> read(Fields line, Optional<DeclaredUnit> unitOfLine);
  }

  /** The member {@code estimate}, which must be there. */
  public static Optional<Estimate> estimate(Fields line, Optional<DeclaredUnit> unitOfLine) {
    return estimate(line, unitOfLine, StageProfile.OURANOS);
  }

  /** As above, booked in the stages of a profile. */
  public static Optional<Estimate> estimate(
      Fields line, Optional<DeclaredUnit> unitOfLine, StageProfile profile) {
    return line.requiredObject("estimate")
        .flatMap(estimate -> EstimateForm.read(estimate, unitOfLine, profile));
  }

  /**
   * Reads a line that may have members beside these.
   *
   * @param terminals reads what counts for a line of kind TERMINAL
   * @param others reads the further members, and refuses what it does not know
   */
  public static Optional<BillOfMaterialsLine> readOpen(
      Fields fields, Terminals terminals, Runnable others) {
    int before = fields.faults();
    var lineId = fields.value("lineId", LineId::new);
    var partName = fields.requiredText("partName", 50);
    var amount = amount(fields);
    var yield = fields.value("yield", Yield::of);
    var massPerUnit = fields.positiveDecimal("massPerUnit").map(MassPerUnit::new);
    var kind = fields.requiredChoice("kind", Kind.class);
    var unit = amount.map(Quantity::unit);
    var supply = kind.flatMap(known -> supply(fields, known, unit, terminals));
    var proxy = kind.flatMap(known -> proxy(fields, known, unit));
    if (kind.isPresent()) {
      others.run();
    }
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new BillOfMaterialsLine(
                lineId.orElseGet(() -> new LineId(UUID.randomUUID().toString())),
                partName.orElseThrow(),
                amount.orElseThrow(),
                yield.orElse(Yield.FULL),
                massPerUnit.orElse(null),
                supply.orElseThrow(),
                proxy.orElse(null)));
  }

  /** A line in the form it goes out in. */
  public static LineForm of(BillOfMaterialsLine line) {
    return line.supply()
        .fold(
            procured ->
                form(
                    line,
                    Kind.PROCURED,
                    null,
                    null,
                    procured.sources().stream().map(SourceForm::of).toList()),
            terminal -> form(line, Kind.TERMINAL, null, EstimateForm.of(terminal.estimate()), null),
            own -> form(line, Kind.OWN, own.product().toString(), null, null));
  }

  private static LineForm form(
      BillOfMaterialsLine line,
      Kind kind,
      @Nullable String ownTraceId,
      @Nullable EstimateForm estimate,
      @Nullable List<SourceForm> sources) {
    return new LineForm(
        line.lineId().value(),
        line.partName(),
        line.netAmount().amount().toPlainString(),
        line.netAmount().unit().text(),
        line.yield().text(),
        line.massPerUnit() == null ? null : line.massPerUnit().text(),
        kind,
        ownTraceId,
        estimate,
        sources,
        line.proxy() == null ? null : ProxyForm.of(line.proxy()));
  }

  /** Tonnes are taken as a convenience and become kilograms at once. */
  private static Optional<Quantity> amount(Fields fields) {
    var amount = fields.requiredPositiveDecimal("amount");
    var oneUnit = fields.requiredValue("unit", text -> Quantity.ofInput("1", text));
    return amount.flatMap(
        number -> oneUnit.map(one -> new Quantity(number.multiply(one.amount()), one.unit())));
  }

  private static Optional<LineSupply> supply(
      Fields fields, Kind kind, Optional<DeclaredUnit> unitOfLine, Terminals terminals) {
    return switch (kind) {
      case PROCURED -> procured(fields);
      case OWN -> fields.requiredValue("ownTraceId", TraceId::of).map(LineSupply.Own::new);
      case TERMINAL -> terminals.read(fields, unitOfLine).map(LineSupply.Terminal::new);
    };
  }

  private static Optional<LineSupply> procured(Fields fields) {
    List<LineSource> sources =
        fields.objects("sources", MOST_SOURCES).stream()
            .flatMap(source -> SourceForm.read(source).stream())
            .toList();
    try {
      return Optional.of(new LineSupply.Procured(sources));
    } catch (IllegalArgumentException tooMuch) {
      fields.fault("sources", "SHARES_ABOVE_ONE", String.valueOf(tooMuch.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Proxy> proxy(
      Fields fields, Kind kind, Optional<DeclaredUnit> unitOfLine) {
    return kind == Kind.PROCURED
        ? fields.object("proxy").flatMap(proxy -> ProxyForm.read(proxy, unitOfLine))
        : Optional.empty();
  }
}
