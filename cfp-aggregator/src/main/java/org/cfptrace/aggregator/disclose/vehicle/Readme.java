package org.cfptrace.aggregator.disclose.vehicle;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Stated;
import org.cfptrace.footprint.PrimaryDataShare;

/** What the files of a vehicle say of themselves. */
final class Readme {
  /** Of this form of the files. */
  static final String VERSION = "VEHICLE_PART_LIST 1";

  static final String LEFT_OUT =
      "No part list is in this export: parts, suppliers and their values are their owners'. It holds"
          + " the vehicle's own total, its stages and the quality of its data. / 本出力には部品一覧を含みません。";
  static final String SHOWN =
      "The footprint shown is the total without biogenic uptake; the one with it stands beside it"
          + " under its own name. / 生物起源吸収を除く合計を表示";
  static final String NO_OFFSETS =
      "Offsets and GX reductions are in none of these figures. / オフセット・GX 削減量は含みません";
  private static final String ROWS =
      "One row for each node of the exploded bill of materials; no row is a total. What an assembly"
          + " brings is what its making emits: its parts have rows of their own, so all rows add up"
          + " to the vehicle. pcf_per_unit_kgco2e of an assembly holds all that is in it. An assembly"
          + " that stands in several places is one row with all its amounts, at one of its paths."
          + " qty is what one vehicle consumes, losses included.";
  private static final String EMPTY =
      "An empty cell is not known or does not apply, and is never 0. data_type MISSING: no figure,"
          + " the total is incomplete. verif_type: AUDITED where an accredited auditor has verified"
          + " verif_share_pct of the declaration, SIGNED where it carries its issuer's signature"
          + " alone. plant_country: not told by declarations here. pcf_version: a declaration never changes, its correction has an id"
          + " of its own.";

  private Readme() {}

  /** Which vehicle, and what was done. */
  static List<Named> about(VehicleFacts facts, Stamp stamp) {
    List<Named> lines = new ArrayList<>();
    lines.add(new Named("Vehicle / 車両", facts.name()));
    facts.description().ifPresent(it -> lines.add(new Named("Description / 説明", it)));
    lines.add(new Named("Maker / メーカー", facts.company()));
    lines.add(new Named("Trace id / トレース識別子", facts.traceId().toString()));
    lines.add(
        new Named(
            "Options / オプション",
            facts.options().isEmpty() ? "none / なし" : String.join(", ", facts.options())));
    facts.plant().ifPresent(it -> lines.add(new Named("Plant / 事業所", it)));
    lines.add(new Named("Period / 対象期間", facts.period().from() + " to " + facts.period().to()));
    lines.add(new Named("For / 宛先", facts.audience().text()));
    lines.addAll(Stated.identity(stamp));
    lines.add(new Named("Form / 様式", VERSION));
    return lines;
  }

  /** Rules and rounding. */
  static List<Named> method(VehicleFacts facts) {
    List<Named> lines = new ArrayList<>();
    lines.add(new Named("Which total / 表示する合計", SHOWN));
    lines.add(
        new Named(
            "Boundary / 境界",
            facts.basis().boundary()
                + ": what is bought, what is estimated, inbound logistics, own plants. Outbound"
                + " logistics, use phase and end of life are scopes of their own, never added."));
    lines.add(new Named("Warming potentials / GWP", facts.basis().gwp() + ", 100 years"));
    lines.add(
        new Named(
            "Per / 単位",
            "one vehicle of "
                + facts.massKilograms().toPlainString()
                + " kg, made to run "
                + facts.lifetimeKilometres().toPlainString()
                + " km"));
    lines.add(new Named("Rounding / 丸め", Show.ROUNDING));
    lines.add(new Named("Offsets / オフセット", NO_OFFSETS));
    if (facts.audience().seesParts()) {
      lines.add(new Named("Rows / 行", ROWS));
      lines.add(new Named("Empty cells / 空欄", EMPTY));
    } else {
      lines.add(new Named("Parts / 部品", LEFT_OUT));
    }
    return lines;
  }

  /** What must not be overlooked: incomplete, warnings, what was overridden and why. */
  static List<Named> warnings(VehicleFacts facts, Stamp stamp) {
    List<Named> lines = new ArrayList<>();
    if (!facts.complete()) {
      lines.add(
          new Named(
              "INCOMPLETE / 不完全",
              "Part of the footprint is missing and is not counted as 0: the total is too small."));
    }
    lines.addAll(Stated.override(stamp));
    lines.addAll(facts.audience().seesParts() ? Stated.findings(stamp) : Stated.kinds(stamp));
    return lines;
  }

  /** How good the data is. */
  static List<Named> quality(VehicleFacts facts) {
    return List.of(
        new Named(
            "Primary data share / 一次データ比率",
            facts.primaryDataShare().map(PrimaryDataShare::text).map(it -> it + " %").orElse("—")),
        new Named("Data quality rating / データ品質 (DQR)", Show.quality(facts)),
        new Named(
            "Estimated share / 推計割合", facts.estimatedShare().text() + " of the total (1 is all)"));
  }
}
