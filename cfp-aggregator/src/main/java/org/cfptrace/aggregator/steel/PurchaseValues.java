package org.cfptrace.aggregator.steel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.aggregator.steel.SteelFault.Kind;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.rollup.Bilingual;

/**
 * The value of every purchase: zero for an exempted origin, the actual value with a verifier's
 * report, and else the published default with a flag. Where there is no default the calculation is
 * refused: nothing missing is ever zero.
 */
final class PurchaseValues {
  private final InstallationYear input;
  private final DefaultValues defaults;
  private final Map<PurchaseId, PrecursorValue> values = new HashMap<>();
  private final List<Flag> flags = new ArrayList<>();
  private final List<SteelFault> faults = new ArrayList<>();

  PurchaseValues(InstallationYear input, DefaultValues defaults) {
    this.input = input;
    this.defaults = defaults;
    for (int i = 0; i < input.purchases().size(); i++) {
      resolve(input.purchases().get(i), "purchases[" + i + "]");
    }
  }

  PrecursorValue of(PurchaseId purchase) {
    PrecursorValue value = values.get(purchase);
    if (value == null) {
      throw new IllegalStateException("no value of purchase " + purchase);
    }
    return value;
  }

  List<Flag> flags() {
    return List.copyOf(flags);
  }

  List<SteelFault> faults() {
    return List.copyOf(faults);
  }

  private void resolve(Purchase purchase, String path) {
    ActualValues actual = purchase.actual();
    if (purchase.origin().isExempted()) {
      values.put(
          purchase.id(),
          new PrecursorValue(
              SpecificEmbeddedEmissions.ZERO,
              ValueBasis.EXEMPTED_ORIGIN,
              Fraction.ZERO,
              "origin " + purchase.origin()));
    } else if (actual != null && actual.report() != null) {
      values.put(purchase.id(), actual(actual, actual.report()));
      flagEarlierYear(purchase, actual, path);
    } else {
      useDefault(purchase, path);
    }
  }

  private static PrecursorValue actual(ActualValues actual, VerifierReport report) {
    return new PrecursorValue(
        actual.emissions(),
        ValueBasis.ACTUAL,
        actual.emissions().total().times(actual.shareByDefault().value()),
        actual.installation()
            + ", "
            + actual.period()
            + ", "
            + report.verifier()
            + " "
            + report.id());
  }

  private void flagEarlierYear(Purchase purchase, ActualValues actual, String path) {
    if (input.year().isAfter(actual.period())) {
      flags.add(
          new Flag(
              Flag.Kind.OF_EARLIER_YEAR,
              path,
              new Bilingual(
                  purchase.name() + ": the actual value is of " + actual.period(),
                  purchase.name() + ": 実績値の対象期間は " + actual.period() + " です")));
    }
  }

  private void useDefault(Purchase purchase, String path) {
    var emissions = defaults.emissions(purchase.code(), purchase.origin(), input.year());
    var row = defaults.find(purchase.code(), purchase.origin());
    if (emissions.isEmpty() || row.isEmpty()) {
      faults.add(
          new SteelFault(
              Kind.FACTOR_UNKNOWN,
              path,
              "no default value is published for CN "
                  + purchase.code()
                  + " from "
                  + purchase.origin()
                  + " in "
                  + input.year()
                  + " ("
                  + defaults.name()
                  + "): give an actual value with a verifier's report, or load a set that has one"));
      return;
    }
    values.put(
        purchase.id(),
        new PrecursorValue(
            emissions.get(),
            ValueBasis.DEFAULT,
            emissions.get().total(),
            defaults.name() + ": " + row.get()));
    flags.add(defaultFlag(purchase, path));
  }

  private static Flag defaultFlag(Purchase purchase, String path) {
    ActualValues stated = purchase.actual();
    if (stated == null) {
      return new Flag(
          Flag.Kind.DEFAULT_USED,
          path,
          new Bilingual(
              purchase.name() + ": no actual value was given; the default value was used",
              purchase.name() + ": 実績値がないため、デフォルト値を使用しました"));
    }
    return new Flag(
        Flag.Kind.ACTUAL_UNVERIFIED,
        path,
        new Bilingual(
            purchase.name()
                + ": the actual value ("
                + stated.emissions()
                + ") has no verifier's report; the default value was used",
            purchase.name()
                + ": 実績値(直接 "
                + Exact.shown(stated.emissions().direct())
                + "、間接 "
                + Exact.shown(stated.emissions().indirect())
                + " t CO2e/t)に検証報告書がないため、デフォルト値を使用しました"));
  }
}
