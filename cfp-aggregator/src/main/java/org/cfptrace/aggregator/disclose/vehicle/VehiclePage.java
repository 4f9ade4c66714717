package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Stated;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Document.Bar;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Label;
import org.cfptrace.paper.Pdf;

/** A vehicle on one page. */
final class VehiclePage {
  private static final String NOT_KNOWN = "not known / 不明";

  private final VehicleFacts facts;
  private final Stamp stamp;
  private final Detail detail;

  VehiclePage(VehicleFacts facts, Stamp stamp, Detail detail) {
    this.facts = facts;
    this.stamp = stamp;
    this.detail = detail;
  }

  /** The page, with as much detail as it holds. */
  static byte[] write(VehicleFacts facts, Stamp stamp) {
    byte[] pdf = new byte[0];
    for (Detail detail : Detail.values()) {
      pdf = Pdf.write(new VehiclePage(facts, stamp, detail).document(), stamp.asOf());
      if (Pdf.pages(pdf).size() == 1) {
        return pdf;
      }
    }
    return pdf;
  }

  private Document document() {
    List<Block> blocks = new ArrayList<>();
    warnings().forEach(it -> blocks.add(new Document.Notice(it)));
    blocks.add(
        new Document.Headline(
            "Carbon footprint per vehicle, cradle to gate / 1台当たり CFP"
                + (facts.complete() ? "" : " — INCOMPLETE / 不完全"),
            facts.known() ? headline(facts.total()) : "—",
            "kg CO2e"));
    blocks.add(new Document.Labels(labels()));
    if (facts.known() && detail.bars() > 0) {
      blocks.add(new Document.Heading(heading()));
      blocks.add(new Document.Bars(facts.inside().map(this::bars).orElseGet(this::stages)));
    }
    blocks.add(new Document.Paragraph(Readme.SHOWN));
    if (!facts.audience().seesParts()) {
      blocks.add(new Document.Paragraph(Readme.LEFT_OUT));
    }
    return new Document(
        detail.name(facts.name()) + ", carbon footprint",
        facts.audience().text() + " · " + stamp.exportId(),
        blocks);
  }

  /** One decimal where it is large enough for that; the exact figure stands beneath. */
  static String headline(KgCo2e total) {
    boolean isLarge = total.value().abs().compareTo(BigDecimal.valueOf(100)) >= 0;
    return isLarge ? total.value().setScale(1, RoundingMode.HALF_UP).toPlainString() : total.text();
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    labels.add(new Label("Per vehicle / 1台当たり", kilograms(facts.total().text(), "kg CO2e")));
    labels.add(
        new Label(
            "Per kg of vehicle / 1kg当たり",
            kilograms(Show.fraction(facts.perKilogram()), "kg CO2e/kg")));
    labels.add(
        new Label(
            "Per km of its life / 1km当たり",
            kilograms(Show.fraction(facts.perKilometre()), "kg CO2e/km")));
    labels.add(
        new Label(
            "With biogenic uptake / 吸収を含む",
            kilograms(facts.inclBiogenicUptake().text(), "kg CO2e")));
    facts.inside().ifPresent(it -> labels.add(new Label("Battery, in it / 電池", battery(it))));
    later().ifPresent(it -> labels.add(new Label("Never added / 合計外", it)));
    labels.add(
        new Label(
            "Primary data / 一次データ",
            facts.primaryDataShare().map(it -> it.text() + " %").orElse(NOT_KNOWN)
                + "; estimated share of the total "
                + facts.estimatedShare().text()));
    labels.add(new Label("Data quality / DQR", Show.quality(facts)));
    labels.add(new Label("Vehicle / 車両", vehicle()));
    labels.add(
        new Label(
            "Period, plant / 期間・事業所",
            facts.period() + facts.plant().map(detail::name).map(", "::concat).orElse("")));
    labels.add(
        new Label(
            "Method / 算定方法",
            facts.basis().boundary()
                + ", GWP "
                + facts.basis().gwp()
                + ", "
                + facts.massKilograms().toPlainString()
                + " kg, "
                + facts.lifetimeKilometres().toPlainString()
                + " km"));
    labels.add(
        new Label(
            "Export / 出力",
            stamp.exportId()
                + ", as of "
                + stamp.asOf()
                + stamp.supersedes().map(", corrects "::concat).orElse("")
                + ", "
                + Readme.VERSION));
    return labels;
  }

  private String vehicle() {
    String options =
        facts.options().isEmpty()
            ? ""
            : "; " + detail.text("options " + String.join(", ", facts.options()));
    return facts.description().map(it -> detail.text(it) + "; ").orElse("")
        + detail.name(facts.company())
        + "; "
        + facts.traceId()
        + options;
  }

  private String kilograms(String figure, String unit) {
    return facts.known() ? figure + " " + unit : NOT_KNOWN;
  }

  private static String battery(VehicleFacts.Inside inside) {
    return inside
        .battery()
        .map(
            it ->
                Show.microgram(it).text()
                    + " kg CO2e"
                    + (inside.batteryComplete() ? "" : ", incomplete / 不完全"))
        .orElse(NOT_KNOWN);
  }

  private Optional<String> later() {
    List<String> scopes = new ArrayList<>();
    facts.later().outbound().ifPresent(it -> scopes.add("outbound logistics / 出荷輸送 " + it.text()));
    facts.later().usePhase().ifPresent(it -> scopes.add("use / 使用 " + it.text()));
    facts.later().endOfLife().ifPresent(it -> scopes.add("end of life / 廃棄 " + it.text()));
    return scopes.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", scopes) + " kg CO2e");
  }

  // ---- the chart

  private String heading() {
    return facts.audience().seesParts()
        ? "The " + detail.bars() + " largest sources, kg CO2e / 主な排出源"
        : "By stage, kg CO2e / 段階別";
  }

  /** The largest and the rest: together they are the total. */
  List<Bar> bars(VehicleFacts.Inside inside) {
    List<PartRow> largest =
        inside.rows().stream()
            .filter(it -> it.exclBiogenicUptake().isPresent())
            .sorted(Comparator.comparing((PartRow it) -> it.exclOrNothing().abs()).reversed())
            .limit(detail.bars())
            .toList();
    List<Bar> bars = new ArrayList<>();
    KgCo2e rest = facts.total();
    for (PartRow row : largest) {
      bars.add(bar(row.name(), row.exclOrNothing()));
      rest = rest.minus(row.exclOrNothing());
    }
    long others =
        inside.rows().stream().filter(it -> it.exclBiogenicUptake().isPresent()).count()
            - largest.size();
    if (others > 0) {
      bars.add(bar("the rest (" + others + ") / その他", rest));
    }
    return bars;
  }

  private List<Bar> stages() {
    return facts.stages().stream().map(it -> bar(it.stage().jsonName(), it.amount())).toList();
  }

  private Bar bar(String name, KgCo2e amount) {
    return new Bar(detail.label(name), amount.value(), Show.microgram(amount).text());
  }

  // ---- warnings: on one page, so each kind once, with its first part

  private List<String> warnings() {
    List<String> notices = new ArrayList<>();
    List<String> found = new ArrayList<>();
    if (!facts.complete()) {
      notices.add("INCOMPLETE / 不完全: part of the footprint is missing; the total is too small");
    }
    for (Named line : Stated.override(stamp)) {
      notices.add(detail.notice(line.name()) + ": " + detail.reason(line.text()));
    }
    if (facts.audience().seesParts()) {
      Map<Finding.Code, List<Finding>> kinds = new LinkedHashMap<>();
      stamp
          .findings()
          .forEach(it -> kinds.computeIfAbsent(it.code(), no -> new ArrayList<>()).add(it));
      kinds.forEach((code, all) -> found.add(notice(code, all)));
    } else {
      Stated.kinds(stamp).forEach(it -> found.add(it.name() + ": " + it.text()));
    }
    found.stream().limit(detail.kinds()).forEach(notices::add);
    if (found.size() > detail.kinds()) {
      notices.add((found.size() - detail.kinds()) + " more kinds of warnings, all in vehicle.xlsx");
    }
    return notices;
  }

  private String notice(Finding.Code code, List<Finding> all) {
    Finding first = all.get(0);
    String where = first.path().isEmpty() ? "" : first.path() + ": ";
    String more = all.size() > 1 ? "; and " + (all.size() - 1) + " more, all in vehicle.xlsx" : "";
    return code + " / " + code.ja() + ": " + detail.notice(where + first.detail()) + more;
  }
}
