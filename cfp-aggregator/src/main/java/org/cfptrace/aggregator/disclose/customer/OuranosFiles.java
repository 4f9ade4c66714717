package org.cfptrace.aggregator.disclose.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.customer.OuranosFacts.ProcessFigures;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.paper.Csv;

/** The forms of Ouranos: the records of PUT cfp, and the two tables its users download. */
final class OuranosFiles {
  /** Columns of 「CFP合算情報」. */
  static final List<String> SUMMARY =
      List.of(
          "部品項目",
          "補助項目",
          "事業所名",
          "事業所識別子",
          "トレース識別子",
          "CFP合計",
          "原材料取得および前処理CFP合計",
          "前処理自社由来排出量",
          "前処理部品由来排出量",
          "主な製造CFP合計",
          "製造自社由来排出量",
          "製造部品由来排出量",
          "単位",
          "原材料取得および前処理DQR合計",
          "前処理TeR",
          "前処理TiR",
          "前処理GeR",
          "主な製造DQR合計",
          "製造TeR",
          "製造TiR",
          "製造GeR");

  /** Columns of 「仕入先CFP情報と自社CFP」. */
  static final List<String> ROWS =
      List.of(
          "レベル",
          "終端フラグ",
          "部品項目",
          "補助項目",
          "事業所名",
          "事業所識別子",
          "トレース識別子",
          "活動量",
          "活動量単位",
          "依頼ステータス",
          "事業者名",
          "事業者識別子",
          "原材料取得および前処理CFP",
          "主な製造CFP",
          "単位",
          "前処理TeR",
          "前処理TiR",
          "前処理GeR",
          "製造TeR",
          "製造TiR",
          "製造GeR");

  /** The name under which all bought parts stand together: none of them is told. */
  static final String ALL_PARTS = "部品由来（合計）";

  private OuranosFiles() {}

  static byte[] records(OuranosFacts facts) {
    ArrayNode records = JsonDocument.array();
    ProcessFigures pre = facts.pre();
    ProcessFigures main = facts.main();
    records.add(record(facts, "preProduction", pre.production(), "preProcessing", pre));
    records.add(record(facts, "mainProduction", main.production(), "mainProcessing", main));
    records.add(record(facts, "preComponent", pre.component(), "preProcessing", pre));
    records.add(record(facts, "mainComponent", main.component(), "mainProcessing", main));
    return JsonDocument.write(records);
  }

  private static ObjectNode record(
      OuranosFacts facts,
      String type,
      BigDecimal emission,
      String dqrType,
      ProcessFigures process) {
    ObjectNode record = JsonDocument.object();
    record.put("cfpId", facts.cfpId().orElse(null));
    record.put("traceId", facts.traceId());
    record.put("ghgEmission", emission);
    record.put("ghgDeclaredUnit", facts.emissionUnit());
    record.put("cfpType", type);
    record.put("dqrType", dqrType);
    ObjectNode rating = record.putObject("dqrValue");
    rating.put("TeR", process.rating().map(it -> it.ter()).orElse(null));
    rating.put("GeR", process.rating().map(it -> it.ger()).orElse(null));
    rating.put("TiR", process.rating().map(it -> it.tir()).orElse(null));
    return record;
  }

  static byte[] summary(OuranosFacts facts) {
    List<String> row = new ArrayList<>();
    row.addAll(
        List.of(
            facts.partsName(),
            facts.supportPartsName(),
            facts.plantName(),
            facts.openPlantId(),
            facts.traceId(),
            text(facts.total())));
    row.addAll(emissions(facts.pre()));
    row.addAll(emissions(facts.main()));
    row.add(facts.emissionUnit());
    row.add(text(facts.pre().dqr()));
    row.addAll(ratings(facts.pre()));
    row.add(text(facts.main().dqr()));
    row.addAll(ratings(facts.main()));
    return Csv.write(SUMMARY, List.of(row));
  }

  /** The part itself, and all that was bought for it in one row. */
  static byte[] rows(OuranosFacts facts) {
    boolean bought =
        facts.pre().component().signum() != 0 || facts.main().component().signum() != 0;
    List<String> own = new ArrayList<>();
    own.addAll(List.of("1", bought ? "" : "1", facts.partsName(), facts.supportPartsName()));
    own.addAll(List.of(facts.plantName(), facts.openPlantId(), facts.traceId(), "", "", ""));
    own.addAll(List.of(facts.operatorName(), facts.openOperatorId()));
    own.addAll(List.of(text(facts.pre().production()), text(facts.main().production())));
    own.add(facts.emissionUnit());
    own.addAll(ratings(facts.pre()));
    own.addAll(ratings(facts.main()));
    if (!bought) {
      return Csv.write(ROWS, List.of(own));
    }
    List<String> parts = new ArrayList<>();
    parts.addAll(List.of("2", "", ALL_PARTS, "", "", "", "", "1", facts.amountUnit(), "", "", ""));
    parts.addAll(List.of(text(facts.pre().component()), text(facts.main().component())));
    parts.add(facts.emissionUnit());
    parts.addAll(List.of("", "", "", "", "", ""));
    return Csv.write(ROWS, List.of(own, parts));
  }

  /** What the fixed columns have no place for. */
  static byte[] note(OuranosFacts facts, Stamp stamp) {
    String leftOut = leftOut(facts);
    String note =
        StampNote.japanese(stamp, "生物由来炭素吸収を除く排出量")
            + (leftOut.isEmpty() ? "" : "次の段階の排出量は合計に含まれない：" + leftOut + "。")
            + "\n"
            + StampNote.english(stamp, "emissions without biogenic uptake")
            + (leftOut.isEmpty() ? "" : " In none of these totals: " + leftOut + ".")
            + "\n";
    return note.getBytes(UTF_8);
  }

  /** The stages that no record holds, with their kilograms; empty where there are none. */
  static String leftOut(OuranosFacts facts) {
    return facts.leftOut().stream()
        .map(it -> it.text() + " " + facts.emissionUnit())
        .collect(Collectors.joining(", "));
  }

  private static List<String> emissions(ProcessFigures process) {
    return List.of(text(process.total()), text(process.production()), text(process.component()));
  }

  private static List<String> ratings(ProcessFigures process) {
    Optional<Representativeness> rating = process.rating();
    return List.of(
        text(rating.map(it -> it.ter())),
        text(rating.map(it -> it.tir())),
        text(rating.map(it -> it.ger())));
  }

  private static String text(Optional<BigDecimal> number) {
    return number.map(OuranosFiles::text).orElse("");
  }

  private static String text(BigDecimal number) {
    return OuranosFacts.plain(number).toPlainString();
  }
}
