package org.cfptrace.aggregator.disclose.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.paper.Csv;

/**
 * The carbon-footprint attributes of a battery passport, DIN DKE SPEC 99100:2025-02 table 4; after
 * them, without a clause, what is to be known of the export. Where the specification, its longlist
 * and the data model differ, the note says which of them a value follows.
 */
final class AttributeTable {
  static final List<String> HEAD =
      List.of(
          "clause", "attribute", "value", "unit", "obligation", "label", "access", "level", "note");
  static final String PER_KWH = "kgCO2e/kWh";
  static final String TONNES = "tCO2e";
  private static final int KILOGRAMS_TO_TONNES = 3;

  private AttributeTable() {}

  static byte[] write(PassportFacts facts, Stamp stamp) {
    List<List<String>> rows = new ArrayList<>(attributes(facts));
    rows.addAll(export(facts.battery(), stamp));
    return Csv.write(HEAD, rows);
  }

  /** The attributes alone, in the order of their clauses. */
  static List<List<String>> attributes(PassportFacts facts) {
    BatteryFacts battery = facts.battery();
    String total = Printed.plain(battery.perKwhInFull(battery.declared()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        attribute(
            "6.2.4",
            "Carbon footprint label",
            Printed.perKwh(battery, battery.declared()),
            PER_KWH,
            "M",
            "X",
            "as a number with six decimals: no graphic label has been laid down yet"));
    rows.add(
        attribute(
            "6.3.2",
            "Battery carbon footprint per functional unit",
            total,
            PER_KWH,
            "M",
            "X",
            "per kWh of total energy provided over the expected service life; not rounded for"
                + " display"));
    battery.stages().forEach(stage -> rows.add(contribution(battery, stage)));
    rows.add(
        attribute(
            "6.3.7",
            "Carbon footprint performance class",
            battery.performanceClass(),
            "",
            "M",
            "X",
            battery
                .classScheme()
                .map(scheme -> "class scheme " + scheme)
                .orElse("a sentinel: no class scheme is in force for this category")));
    rows.add(
        attribute(
            "6.3.8", "Web link to public carbon footprint study", facts.study(), "", "M", "", ""));
    rows.add(
        attribute(
            "6.3.9",
            "General battery and manufacturer information",
            "6.1.2.2; 6.1.3.5; 6.1.2.4; 6.1.3.1; 6.2.7",
            "",
            "M",
            "",
            "links to these attributes of the passport"));
    rows.add(
        attribute(
            "6.3.10",
            "Absolute battery carbon footprint",
            Printed.plain(battery.declared().value().movePointLeft(KILOGRAMS_TO_TONNES)),
            TONNES,
            "R",
            "",
            "tonnes, as in table 4 of the specification; its text and the data model have"
                + " kilograms, so "
                + BatteryPassport.ASPECT
                + " says "
                + Printed.plain(battery.declared())
                + " kg. Longlist v1.2 types it Integer; a decimal here, as in the data model"));
    return rows;
  }

  private static List<String> contribution(BatteryFacts battery, StageAmount stage) {
    ReportedStage reported = ReportedStage.of(stage.stage());
    return attribute(
        reported.clause(),
        "Contribution of " + reported.title().toLowerCase(Locale.ROOT),
        Printed.plain(battery.perKwhInFull(stage.declared())),
        PER_KWH,
        "M",
        "",
        "absolute, as in the specification and the data model; longlist v1.2 has percent: "
            + Printed.percent(battery, stage)
            + " %");
  }

  private static List<List<String>> export(BatteryFacts battery, Stamp stamp) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(remark("export id", stamp.exportId()));
    rows.add(remark("as of", stamp.asOf().toString()));
    stamp.supersedes().ifPresent(earlier -> rows.add(remark("supersedes", earlier)));
    rows.add(remark("battery model", battery.model().modelId()));
    rows.add(remark("plant", battery.model().plant().facilityId()));
    rows.add(remark("period", battery.period().toString()));
    rows.add(remark("total shown", "EXCL_BIOGENIC_UPTAKE"));
    rows.add(remark("statement", Statements.TOTAL));
    rows.add(remark("statement", Statements.NO_OFFSETS));
    if (!battery.complete()) {
      rows.add(remark("statement", Statements.NOT_COMPLETE));
    }
    rows.add(remark("legal status", Duties.of(battery, stamp.asOf()).sentence(battery)));
    Statements.lines(stamp).forEach(line -> rows.add(remark("finding", line)));
    stamp.override().ifPresent(it -> rows.add(remark("override", Statements.line(it))));
    return rows;
  }

  private static List<String> attribute(
      String clause,
      String attribute,
      String value,
      String unit,
      String obligation,
      String label,
      String note) {
    return List.of(
        clause, attribute, value, unit, obligation, label, "public", "model, static", note);
  }

  private static List<String> remark(String what, String text) {
    return List.of("", what, text, "", "", "", "", "", "");
  }
}
