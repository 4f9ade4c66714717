package org.cfptrace.aggregator.disclose.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.ElectricityMix;
import org.cfptrace.aggregator.battery.Plant;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Code;
import org.cfptrace.paper.Document.Heading;
import org.cfptrace.paper.Document.Headline;
import org.cfptrace.paper.Document.Label;
import org.cfptrace.paper.Document.Labels;
import org.cfptrace.paper.Document.Notice;
import org.cfptrace.paper.Document.Paragraph;
import org.cfptrace.paper.Document.Table;
import org.cfptrace.paper.Pdf;

/** The declaration for people: thirteen numbered sections, points a to g of Article 7(1) named. */
final class DeclarationPaper {
  static final String TITLE =
      "Carbon footprint declaration - Regulation (EU) 2023/1542 Article 7(1)";
  static final String NOT_STATED = "not stated";
  static final String UNIT = "kg CO2e/kWh";

  private DeclarationPaper() {}

  static byte[] write(DeclarationFacts facts, Stamp stamp) {
    return Pdf.write(document(facts, stamp), stamp.asOf());
  }

  static Document document(DeclarationFacts facts, Stamp stamp) {
    BatteryFacts battery = facts.battery();
    List<Block> blocks = new ArrayList<>();
    notices(blocks, battery, stamp);
    manufacturer(blocks, facts);
    model(blocks, battery.model(), battery.name());
    plant(blocks, battery.model().plant());
    footprint(blocks, battery);
    blocks.add(new Heading("7. Functional unit"));
    blocks.add(new Labels(FunctionalUnitLabels.of(battery)));
    section(
        blocks,
        "8. EU declaration of conformity - Article 7(1)(f)",
        "Identification number",
        facts.stated().declarationOfConformity());
    section(
        blocks,
        "9. Public version of the study - Article 7(1)(g)",
        "Web link",
        facts.stated().study());
    method(blocks, facts);
    quality(blocks, facts);
    performanceClass(blocks, battery);
    identification(blocks, facts, stamp);
    return new Document(
        TITLE,
        "Export " + stamp.exportId() + " - as of " + stamp.asOf() + " - excl. biogenic uptake",
        blocks);
  }

  private static void notices(List<Block> blocks, BatteryFacts battery, Stamp stamp) {
    blocks.add(new Heading("1. Declaration"));
    blocks.add(new Notice(Duties.of(battery, stamp.asOf()).sentence(battery)));
    if (!battery.complete()) {
      blocks.add(new Notice(Statements.NOT_COMPLETE));
    }
    stamp.override().ifPresent(override -> blocks.add(new Notice(Statements.line(override))));
  }

  private static void manufacturer(List<Block> blocks, DeclarationFacts facts) {
    Manufacturer manufacturer = facts.stated().manufacturer();
    blocks.add(new Heading("2. Manufacturer - Article 7(1)(a)"));
    blocks.add(
        new Labels(
            List.of(
                new Label("Name", facts.manufacturerName()),
                label("Trade mark", manufacturer.tradeMark()),
                label("Postal address", manufacturer.address()),
                new Label("Country", facts.battery().company().country()),
                label("Web", manufacturer.web()),
                label("E-mail", manufacturer.email()),
                label("Operator identifier", manufacturer.operatorId()))));
  }

  private static void model(List<Block> blocks, BatteryModel model, String name) {
    blocks.add(new Heading("3. Battery model - Article 7(1)(b)"));
    blocks.add(
        new Labels(
            List.of(
                new Label("Model identifier", model.modelId()),
                new Label("Name", name),
                new Label("Category", Wording.of(model.category())),
                new Label("Vehicle category", model.vehicleCategory().map(Enum::name).orElse("-")),
                new Label("Chemistry", model.chemistry()),
                new Label("Mass", Printed.plain(model.massKilograms()) + " kg"),
                new Label(
                    "Usable capacity",
                    Printed.plain(model.usableCapacity().kilowattHours()) + " kWh"))));
  }

  private static void plant(List<Block> blocks, Plant plant) {
    blocks.add(new Heading("4. Manufacturing plant - Article 7(1)(c)"));
    blocks.add(
        new Labels(
            List.of(
                new Label("Name", plant.name()),
                new Label("Address", plant.address()),
                new Label("Country", plant.country()),
                new Label("Facility identifier", plant.facilityId()))));
  }

  private static void footprint(List<Block> blocks, BatteryFacts battery) {
    blocks.add(new Heading("5. Carbon footprint - Article 7(1)(d)"));
    blocks.add(
        new Headline(
            "Carbon footprint per kWh of total energy provided over the expected service life",
            Printed.perKwh(battery, battery.declared()),
            UNIT));
    blocks.add(
        new Labels(
            List.of(
                new Label("Per battery", perBattery(battery.declared()) + " kg CO2e"),
                new Label(
                    "With biogenic uptake, beside it",
                    Printed.perKwh(battery, battery.inclBiogenicUptake())
                        + " "
                        + UNIT
                        + ", "
                        + perBattery(battery.inclBiogenicUptake())
                        + " kg CO2e per battery"))));
    blocks.add(new Heading("6. Carbon footprint by life-cycle stage - Article 7(1)(e)"));
    blocks.add(
        new Table(
            List.of("Stage (Annex II point 4)", UNIT, "Share in %", "kg CO2e per battery"),
            battery.stages().stream().map(stage -> row(battery, stage)).toList(),
            List.of(1, 2, 3)));
    blocks.add(new Paragraph(Statements.ROUNDING));
    blocks.add(new Paragraph(Statements.TOTAL + " " + Statements.NO_OFFSETS));
  }

  private static List<String> row(BatteryFacts battery, StageAmount stage) {
    return List.of(
        ReportedStage.of(stage.stage()).title(),
        Printed.perKwh(battery, stage.declared()),
        Printed.percent(battery, stage),
        perBattery(stage.declared()));
  }

  private static String perBattery(KgCo2e amount) {
    return Printed.perBattery(amount.value());
  }

  private static void section(
      List<Block> blocks, String heading, String label, Optional<String> text) {
    blocks.add(new Heading(heading));
    blocks.add(new Labels(List.of(label(label, text))));
  }

  private static void method(List<Block> blocks, DeclarationFacts facts) {
    BatteryFacts battery = facts.battery();
    blocks.add(new Heading("10. Method"));
    blocks.add(
        new Labels(
            List.of(
                new Label("Rules", "Regulation (EU) 2023/1542, Annex II"),
                new Label(
                    "Version",
                    battery.functionalUnit().rules()
                        + (battery.functionalUnit().draft() ? " (draft act)" : "")),
                new Label("GWP factors", battery.basis().gwp() + ", 100 years"),
                new Label(
                    "Boundary", "cradle to grave without use (" + battery.basis().boundary() + ")"),
                label("Circular footprint formula", facts.stated().circularFootprintFormula()))));
    blocks.add(
        new Table(
            List.of("Electricity of the plant", "Country", "Share in %"),
            battery.model().electricity().parts().stream().map(DeclarationPaper::row).toList(),
            List.of(2)));
  }

  private static List<String> row(ElectricityMix.Part part) {
    return List.of(part.source(), part.country(), Printed.percent(part.share().value()));
  }

  private static void quality(List<Block> blocks, DeclarationFacts facts) {
    BatteryFacts battery = facts.battery();
    blocks.add(new Heading("11. Data quality and verification"));
    List<Label> labels = new ArrayList<>();
    labels.add(
        new Label(
            "Primary data share",
            battery
                .primaryDataShare()
                .map(share -> Printed.ofHundred(share.percent()) + " %")
                .orElse(NOT_STATED)));
    labels.add(
        new Label(
            "Estimated share",
            Printed.ofHundred(battery.estimatedShare().value().movePointRight(2)) + " %"));
    labels.addAll(Wording.ratings(battery.quality()));
    labels.add(label("Verifier or notified body", facts.stated().verifier()));
    blocks.add(new Labels(labels));
  }

  private static void performanceClass(List<Block> blocks, BatteryFacts battery) {
    blocks.add(new Heading("12. Carbon footprint performance class"));
    blocks.add(
        new Labels(
            List.of(
                new Label(
                    "Class",
                    battery.classScheme().isPresent()
                        ? battery.performanceClass()
                        : Statements.NO_CLASSES),
                new Label("Class scheme", battery.classScheme().orElse("none")))));
  }

  private static void identification(List<Block> blocks, DeclarationFacts facts, Stamp stamp) {
    blocks.add(new Heading("13. Identification of this declaration"));
    blocks.add(
        new Labels(
            List.of(
                new Label("Export", stamp.exportId()),
                new Label("As of", stamp.asOf().toString()),
                new Label("Period of the data", facts.battery().period().toString()),
                new Label("Product", facts.battery().model().product().toString()),
                new Label("Supersedes", stamp.supersedes().orElse("-")))));
    Statements.lines(stamp).forEach(line -> blocks.add(new Notice(line)));
    blocks.add(
        facts
            .stated()
            .study()
            .map(study -> new Code(study, "Public version of the study: " + study))
            .orElseGet(() -> new Code(stamp.exportId(), "Export: " + stamp.exportId())));
  }

  private static Label label(String name, Optional<String> text) {
    return new Label(name, text.orElse(NOT_STATED));
  }
}
