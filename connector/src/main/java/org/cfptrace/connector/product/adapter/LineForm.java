package org.cfptrace.connector.product.adapter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.Line;
import org.cfptrace.connector.product.Source;
import org.cfptrace.connector.wiring.http.Fields;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a bill of materials as it is written over HTTP. */
@Schema(name = "Line")
record LineForm(
    @Schema(description = "names the line for good; issued when not given", maxLength = 50)
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
    @Schema(description = "kind PROCURED: where it comes from")
        @Nullable List<SourceForm> sources) {

  enum Kind {
    PROCURED,
    OWN,
    TERMINAL
  }

  private static final int MOST_SOURCES = 50;

  static Optional<Line> read(Fields fields) {
    int before = fields.faults();
    var lineId = fields.text("lineId", 50).filter(id -> wellFormed(fields, id));
    var partName = fields.requiredText("partName", 50);
    var amount = amount(fields);
    var yield = fields.value("yield", Yield::of);
    var massPerUnit = fields.positiveDecimal("massPerUnit").map(MassPerUnit::new);
    var kind = fields.requiredChoice("kind", Kind.class);
    var content = kind.flatMap(known -> content(fields, known));
    if (kind.isPresent()) {
      fields.refuseOthers();
    }
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new Line(
                lineId.orElseGet(() -> UUID.randomUUID().toString()),
                partName.orElseThrow(),
                amount.orElseThrow(),
                yield.orElse(Yield.FULL),
                massPerUnit,
                content.orElseThrow()));
  }

  static LineForm of(Line line) {
    return line.content()
        .fold(
            procured ->
                form(
                    line,
                    Kind.PROCURED,
                    null,
                    null,
                    procured.sources().stream().map(SourceForm::of).toList()),
            own -> form(line, Kind.OWN, own.product().toString(), null, null),
            terminal ->
                form(line, Kind.TERMINAL, null, EstimateForm.of(terminal.estimate()), null));
  }

  private static LineForm form(
      Line line,
      Kind kind,
      @Nullable String ownTraceId,
      @Nullable EstimateForm estimate,
      @Nullable List<SourceForm> sources) {
    return new LineForm(
        line.id(),
        line.partName(),
        line.netAmount().amount().toPlainString(),
        line.netAmount().unit().text(),
        line.yield().text(),
        line.massPerUnit().map(MassPerUnit::text).orElse(null),
        kind,
        ownTraceId,
        estimate,
        sources);
  }

  /** Tonnes are taken as a convenience and become kilograms at once. */
  private static Optional<Quantity> amount(Fields fields) {
    var amount = fields.requiredPositiveDecimal("amount");
    var oneUnit = fields.requiredValue("unit", text -> Quantity.ofInput("1", text));
    return amount.flatMap(
        number -> oneUnit.map(one -> new Quantity(number.multiply(one.amount()), one.unit())));
  }

  private static Optional<Line.Content> content(Fields fields, Kind kind) {
    return switch (kind) {
      case PROCURED -> Optional.of(new Line.Procured(sources(fields)));
      case OWN -> fields.requiredValue("ownTraceId", TraceId::of).map(Line.Own::new);
      case TERMINAL ->
          fields.requiredObject("estimate").flatMap(EstimateForm::read).map(Line.Terminal::new);
    };
  }

  private static List<Source> sources(Fields fields) {
    return fields.objects("sources", MOST_SOURCES).stream()
        .flatMap(source -> SourceForm.read(source).stream())
        .toList();
  }

  private static boolean wellFormed(Fields fields, String lineId) {
    return fields.holds(
        "lineId",
        lineId.matches("[0-9A-Za-z._:-]+"),
        "INVALID",
        "expected letters, digits, dot, underscore, colon or hyphen");
  }
}
