package org.cfptrace.aggregator.steel.adapter;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.aggregator.steel.Activity;
import org.cfptrace.aggregator.steel.CalorificValue;
import org.cfptrace.aggregator.steel.CarbonContent;
import org.cfptrace.aggregator.steel.EmissionFactor;
import org.cfptrace.aggregator.steel.EmissionFactor.Per;
import org.cfptrace.aggregator.steel.SourceStream;
import org.cfptrace.aggregator.steel.SourceStream.Direction;
import org.cfptrace.aggregator.steel.Tonnes;
import org.cfptrace.footprint.Share;
import org.cfptrace.service.http.Fields;

/** Reads one source stream of a process. */
final class StreamReader {
  private static final int LONGEST_NAME = 200;

  /** How a stream's emissions are found. */
  private enum Method {
    MASS_BALANCE,
    COMBUSTION,
    PROCESS_EMISSION
  }

  private StreamReader() {}

  static Optional<SourceStream> read(Fields fields) {
    Optional<String> name = fields.requiredText("name", LONGEST_NAME);
    Optional<Method> method = fields.requiredChoice("method", Method.class);
    if (method.isEmpty()) {
      return Optional.empty();
    }
    Optional<SourceStream> stream =
        name.flatMap(
            called ->
                switch (method.get()) {
                  case MASS_BALANCE -> massBalance(fields, called);
                  case COMBUSTION -> combustion(fields, called);
                  case PROCESS_EMISSION -> processEmission(fields, called);
                });
    if (name.isPresent()) {
      fields.refuseOthers();
    }
    return stream;
  }

  private static Optional<SourceStream> massBalance(Fields fields, String name) {
    Optional<Direction> direction = fields.requiredChoice("direction", Direction.class);
    Optional<Tonnes> tonnes = Amounts.tonnes(fields, "tonnes");
    Optional<CarbonContent> carbon = carbon(fields);
    Share zeroRated = Amounts.share(fields, "zeroRatedShare", Share.NONE);
    return direction.flatMap(
        way ->
            tonnes.flatMap(
                mass ->
                    carbon.map(
                        content ->
                            new SourceStream.MassBalance(name, way, mass, content, zeroRated))));
  }

  // Measured, or derived from a factor per tonne, or from one per terajoule and a calorific value.
  private static Optional<CarbonContent> carbon(Fields fields) {
    Optional<BigDecimal> measured = fields.decimal("carbonContent");
    Optional<BigDecimal> perTonne = fields.positiveDecimal("factorPerTonne");
    Optional<BigDecimal> perTerajoule = fields.positiveDecimal("factorPerTerajoule");
    if (perTerajoule.isPresent()) {
      return oneWay(fields, measured.isEmpty() && perTonne.isEmpty())
          ? carbonOfEnergy(fields, perTerajoule.get())
          : Optional.empty();
    }
    if (perTonne.isPresent()) {
      return oneWay(fields, measured.isEmpty())
          ? Amounts.made(
              fields,
              "factorPerTonne",
              () -> CarbonContent.ofFactor(new EmissionFactor(perTonne.get(), Per.TONNE)))
          : Optional.empty();
    }
    if (measured.isEmpty()) {
      fields.fault(
          "carbonContent",
          "REQUIRED",
          "expected carbonContent, factorPerTonne, or factorPerTerajoule and calorificValue");
      return Optional.empty();
    }
    return Amounts.made(fields, "carbonContent", () -> CarbonContent.of(measured.get()));
  }

  private static Optional<CarbonContent> carbonOfEnergy(Fields fields, BigDecimal factor) {
    Optional<CalorificValue> value = Amounts.calorificValue(fields, Activity.Unit.TONNE);
    return value.flatMap(
        energy ->
            Amounts.made(
                fields,
                "factorPerTerajoule",
                () -> CarbonContent.ofFactor(new EmissionFactor(factor, Per.TERAJOULE), energy)));
  }

  private static boolean oneWay(Fields fields, boolean isOne) {
    return fields.holds(
        "carbonContent", isOne, "AMBIGUOUS", "the carbon content is said in more than one way");
  }

  private static Optional<SourceStream> combustion(Fields fields, String name) {
    Optional<Activity> activity = Amounts.activity(fields);
    Optional<CalorificValue> value =
        Amounts.calorificValue(fields, activity.map(Activity::unit).orElse(Activity.Unit.TONNE));
    Optional<EmissionFactor> factor = Amounts.factor(fields, "emissionFactor", Per.TERAJOULE);
    Share oxidation = Amounts.share(fields, "oxidationFactor", Share.ALL);
    Share zeroRated = Amounts.share(fields, "zeroRatedShare", Share.NONE);
    return activity.flatMap(
        amount ->
            value.flatMap(
                energy ->
                    factor.map(
                        per ->
                            new SourceStream.Combustion(
                                name, amount, energy, per, oxidation, zeroRated))));
  }

  private static Optional<SourceStream> processEmission(Fields fields, String name) {
    Optional<Activity> activity = Amounts.activity(fields);
    Optional<EmissionFactor> factor =
        Amounts.factor(
            fields,
            "emissionFactor",
            activity.map(amount -> amount.unit().factorUnit()).orElse(Per.TONNE));
    Share conversion = Amounts.share(fields, "conversionFactor", Share.ALL);
    return activity.flatMap(
        amount ->
            factor.map(per -> new SourceStream.ProcessEmission(name, amount, per, conversion)));
  }
}
