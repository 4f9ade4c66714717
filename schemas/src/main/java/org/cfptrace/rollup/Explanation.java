package org.cfptrace.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.VerificationShares;

/**
 * A footprint in sentences: one for the own emissions, one for each source of each line with all
 * its numbers, one for the sum. Numbers are shown to nine decimals, rounded half up; amounts
 * exclude biogenic uptake except where it says otherwise.
 */
final class Explanation {

  private static final int SHOWN_DECIMALS = 9;
  private static final String KG = " kgCO2e";

  private Explanation() {}

  static List<Bilingual> of(Footprint footprint) {
    List<Bilingual> steps = new ArrayList<>();
    steps.add(footprint.isOwnKnown() ? own(footprint.own()) : ownMissing());
    if (footprint.product().transport() != null) {
      String amount = shown(footprint.transport()) + KG;
      steps.add(new Bilingual("transport: " + amount, "輸送: " + amount));
    }
    for (LineResult line : footprint.lines()) {
      for (LinePart part : line.parts()) {
        steps.add(part(line.line(), part));
      }
    }
    steps.add(sum(footprint));
    VerificationShares shares = footprint.verification();
    if (shares != null && shares.isAnyDeclared()) {
      steps.add(restsOn(shares));
    }
    footprint.gaps().forEach(gap -> steps.add(gap.text()));
    return List.copyOf(steps);
  }

  static Bilingual ownMissing() {
    return new Bilingual("incomplete: own emissions have not been entered", "未完: 自社由来排出量が未登録です");
  }

  static Bilingual whyIncomplete(LineResult line) {
    String en =
        "incomplete: line " + line.line().lineId() + " \"" + line.line().partName() + "\": ";
    String ja = "未完: 行" + line.line().lineId() + "「" + line.line().partName() + "」: ";
    if (line.state().isOk()) {
      return new Bilingual(
          en + "the source says that its own figure is incomplete", ja + "取引先の値が未完です");
    }
    Bilingual state = line.state().text();
    return new Bilingual(
        en + line.state() + ", " + state.en(), ja + line.state() + " " + state.ja());
  }

  private static Bilingual own(Emissions own) {
    String amount = shown(own) + KG;
    return new Bilingual("own emissions: " + amount, "自社由来排出量: " + amount);
  }

  private static Bilingual part(BillOfMaterialsLine line, LinePart part) {
    String en = "line " + line.lineId() + " \"" + line.partName() + "\": ";
    String ja = "行" + line.lineId() + "「" + line.partName() + "」: ";
    SourceFigure.Given counted = part.counted();
    if (counted == null) {
      return notCounted(en, ja, line, part);
    }
    String tail =
        conversion(line.netAmount().unit(), counted.unit(), part.conversion())
            + " × "
            + shown(counted.emissions())
            + KG
            + "/"
            + counted.unit()
            + " = "
            + shown(part.contribution())
            + KG
            + " ["
            + part.origin()
            + (part.state().isOk() ? "" : ", " + part.state())
            + "]";
    return new Bilingual(
        en + factors(line, part, "yield", "share") + tail,
        ja + factors(line, part, "歩留まり", "調達比率") + tail);
  }

  private static Bilingual notCounted(
      String en, String ja, BillOfMaterialsLine line, LinePart part) {
    Bilingual state = part.state().text();
    Bilingual detail = part.detail();
    SourceFigure.Given lastKnown = part.lastKnown();
    String last =
        lastKnown == null ? "" : shown(lastKnown.emissions()) + KG + "/" + lastKnown.unit();
    return new Bilingual(
        en
            + factors(line, part, "yield", "share")
            + " is not counted: "
            + part.state()
            + ", "
            + state.en()
            + (detail == null ? "" : " (" + detail.en() + ")")
            + (last.isEmpty() ? "" : "; last known value " + last),
        ja
            + factors(line, part, "歩留まり", "調達比率")
            + " は未算入: "
            + part.state()
            + " "
            + state.ja()
            + (detail == null ? "" : "(" + detail.ja() + ")")
            + (last.isEmpty() ? "" : "。直近の値 " + last));
  }

  private static String factors(
      BillOfMaterialsLine line, LinePart part, String yieldWord, String shareWord) {
    return line.netAmount()
        + " ÷ "
        + yieldWord
        + " "
        + line.yield()
        + " × "
        + shareWord
        + " "
        + part.share();
  }

  private static String conversion(DeclaredUnit from, DeclaredUnit to, Fraction conversion) {
    if (from == to) {
      return "";
    }
    if (conversion.denominator().compareTo(BigDecimal.ONE) == 0) {
      return " × " + conversion.numerator().toPlainString() + " " + to + "/" + from;
    }
    Fraction back = conversion.inverse();
    return " ÷ "
        + shown(back.rounded(SHOWN_DECIMALS, RoundingMode.HALF_UP))
        + " "
        + from
        + "/"
        + to;
  }

  private static Bilingual sum(Footprint footprint) {
    boolean transported = footprint.product().transport() != null;
    String transport = shown(footprint.transport());
    String own = footprint.isOwnKnown() ? shown(footprint.own()) : "?";
    String parts = shown(footprint.upstream());
    String total = shown(footprint.total()) + KG + "/" + footprint.product().unit();
    KgCo2e inclusive = footprint.total().inclBiogenicUptake();
    String uptake = shown(inclusive.value()) + KG;
    boolean hasUptake = !footprint.total().uptake().isZero();
    return new Bilingual(
        "total: own "
            + own
            + (transported ? " + transport " + transport : "")
            + " + parts "
            + parts
            + " = "
            + total
            + (hasUptake ? " (" + uptake + " including biogenic uptake)" : "")
            + (footprint.isComplete() ? ", complete" : ", incomplete"),
        "合計: 自社由来 "
            + own
            + (transported ? " + 輸送 " + transport : "")
            + " + 部品由来 "
            + parts
            + " = "
            + total
            + (hasUptake ? "(生物由来吸収を含む場合 " + uptake + ")" : "")
            + (footprint.isComplete() ? "(完全)" : "(未完)"));
  }

  private static Bilingual restsOn(VerificationShares shares) {
    String audited = shown(shares.audited());
    String signedOnly = shown(shares.signedOnly());
    String notDeclared = shown(shares.notDeclared());
    return new Bilingual(
        "rests on: "
            + audited
            + " % verified by auditors + "
            + signedOnly
            + " % signed declarations alone + "
            + notDeclared
            + " % own figures and estimates",
        "根拠: 監査人の検証済み "
            + audited
            + " % + 署名付き申告のみ "
            + signedOnly
            + " % + 自社値・推計値 "
            + notDeclared
            + " %");
  }

  private static String shown(Emissions emissions) {
    return shown(emissions.exclBiogenicUptake().value());
  }

  private static String shown(BigDecimal number) {
    BigDecimal rounded = number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
