package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Works out a battery's file from its model, its figure and the rules in force on a day. */
public final class BatteryFootprints {
  private final BatteryModels models;
  private final ProductFigures figures;
  private final FunctionalUnitRuleSets ruleSets;
  private final ClassSchemes schemes;
  private final DeclaredBatteries declared;

  public BatteryFootprints(
      BatteryModels models,
      ProductFigures figures,
      FunctionalUnitRuleSets ruleSets,
      ClassSchemes schemes,
      DeclaredBatteries declared) {
    this.models = requireNonNull(models, "models");
    this.figures = requireNonNull(figures, "figures");
    this.ruleSets = requireNonNull(ruleSets, "ruleSets");
    this.schemes = requireNonNull(schemes, "schemes");
    this.declared = requireNonNull(declared, "declared");
  }

  /**
   * The file of a tenant's battery.
   *
   * @throws Refused NOT_FOUND without a model or a figure, FUNCTIONAL_UNIT_UNDETERMINED where
   *     neither the rules nor the manufacturer have a number, UNIT_MISMATCH where the figure is
   *     neither per battery nor per kilogram
   */
  public BatteryFile of(Tenant tenant, TraceId product, LocalDate on) {
    return of(tenant, product, on, Optional.empty());
  }

  /**
   * The same as it was known at a moment: figures, structures and what was declared. Model and
   * rules are those that are there now.
   */
  public BatteryFile asKnown(Tenant tenant, TraceId product, LocalDate on, Instant knownAt) {
    return of(tenant, product, on, Optional.of(knownAt));
  }

  private BatteryFile of(Tenant tenant, TraceId product, LocalDate on, Optional<Instant> knownAt) {
    BatteryModel model =
        models.find(product).orElseThrow(() -> Refused.notFound("battery model", product));
    ProductFigure figure =
        figures
            .of(tenant, product, on, knownAt)
            .orElseThrow(() -> Refused.notFound("figure of", product));
    FunctionalUnitRules rules = rules(model, on);
    FunctionalUnit unit = FunctionalUnit.of(model, rules).orElseThrow(() -> undetermined(rules));
    BatteryFootprint footprint =
        new BatteryFootprint(figure.emissions().times(unitsPerBattery(figure, model)), unit);
    Optional<ClassScheme> scheme =
        schemes.all().stream()
            .filter(it -> it.category() == model.category() && !it.validFrom().isAfter(on))
            .findFirst();
    ModelHashes hashes = ModelHashes.of(model, figure.lines());
    return new BatteryFile(
        model,
        figure,
        footprint,
        scheme.map(it -> it.classOf(footprint.declared())).orElse(ClassScheme.NOT_YET_DEFINED),
        scheme.map(ClassScheme::version),
        hashes,
        obligations(model.category(), rules, scheme),
        hindrances(model, figure, footprint, scheme, hashes, knownAt));
  }

  private FunctionalUnitRules rules(BatteryModel model, LocalDate on) {
    return ruleSets.all().stream()
        .filter(it -> it.category() == model.category() && !it.validFrom().isAfter(on))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.FUNCTIONAL_UNIT_UNDETERMINED,
                    "no rules of the functional unit for category " + model.category()));
  }

  private static Refused undetermined(FunctionalUnitRules rules) {
    return new Refused(
        ProblemCode.FUNCTIONAL_UNIT_UNDETERMINED,
        "rules "
            + rules.version()
            + " have no number for this vehicle category: state the cycles, or the warranty in"
            + " years alone");
  }

  private static BigDecimal unitsPerBattery(ProductFigure figure, BatteryModel model) {
    if (figure.unit() == DeclaredUnit.PIECE) {
      return BigDecimal.ONE;
    }
    if (figure.unit() == DeclaredUnit.KILOGRAM) {
      return model.massKilograms();
    }
    throw new Refused(
        ProblemCode.UNIT_MISMATCH,
        "a battery's figure is per piece or per kilogram, seen per " + figure.unit());
  }

  private static Map<Obligation, LocalDate> obligations(
      BatteryCategory category, FunctionalUnitRules rules, Optional<ClassScheme> scheme) {
    Map<Obligation, LocalDate> obligations = new EnumMap<>(Obligation.class);
    Obligation.DECLARATION
        .from(category, rules.actInForce())
        .ifPresent(day -> obligations.put(Obligation.DECLARATION, day));
    Obligation.PERFORMANCE_CLASS
        .from(category, scheme.flatMap(ClassScheme::actInForce))
        .ifPresent(day -> obligations.put(Obligation.PERFORMANCE_CLASS, day));
    return obligations;
  }

  private List<Hindrance> hindrances(
      BatteryModel model,
      ProductFigure figure,
      BatteryFootprint footprint,
      Optional<ClassScheme> scheme,
      ModelHashes hashes,
      Optional<Instant> knownAt) {
    List<Hindrance> hindrances = new ArrayList<>();
    if (!figure.complete()) {
      hindrances.add(Hindrance.of(Hindrance.Code.MISSING_UPSTREAM, "the total is not complete"));
    }
    for (ExplodedLine line : figure.lines()) {
      if (!line.state().isOk()) {
        hindrances.add(
            new Hindrance(
                Hindrance.Code.MISSING_UPSTREAM,
                line.path(),
                line.partName() + ": " + line.state()));
      }
    }
    if (footprint.isSplitMissing()) {
      hindrances.add(
          Hindrance.of(
              Hindrance.Code.SPLIT_NOT_GIVEN, "the four stages do not add up to the total"));
    }
    CompanyData.missing(model.components(), figure.lines())
        .forEach(
            missing ->
                hindrances.add(
                    new Hindrance(
                        Hindrance.Code.COMPANY_DATA_REQUIRED,
                        missing.path(),
                        missing.role() + ": " + missing.why())));
    declared
        .last(model.modelId(), model.plant().facilityId(), knownAt)
        .ifPresent(last -> addChanges(last, hashes, hindrances));
    if (scheme.isEmpty()) {
      hindrances.add(
          Hindrance.of(
              Hindrance.Code.CLASS_SCHEME_ABSENT,
              "no performance classes are loaded for " + model.category()));
    }
    if (footprint.functionalUnit().draft()) {
      hindrances.add(
          Hindrance.of(
              Hindrance.Code.METHOD_DRAFT,
              "voluntary: the functional unit follows the draft "
                  + footprint.functionalUnit().rules()));
    }
    return hindrances;
  }

  private static void addChanges(
      LastDeclaration last, ModelHashes hashes, List<Hindrance> hindrances) {
    if (!last.hashes().billOfMaterials().equals(hashes.billOfMaterials())) {
      hindrances.add(
          Hindrance.of(
              Hindrance.Code.BOM_CHANGED, "other parts than declared on " + last.declaredAt()));
    }
    if (!last.hashes().electricityMix().equals(hashes.electricityMix())) {
      hindrances.add(
          Hindrance.of(
              Hindrance.Code.ELECTRICITY_MIX_CHANGED,
              "another electricity mix than declared on " + last.declaredAt()));
    }
  }
}
