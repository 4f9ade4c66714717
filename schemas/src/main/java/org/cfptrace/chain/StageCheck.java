package org.cfptrace.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.ProcessClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * The split by stage and account, worked out again: own emissions where they are booked, each input
 * where the stage profile takes it, and the rest within what {@code process.rest} says of lines
 * without a declaration.
 */
final class StageCheck {
  /** Cells are rounded towards zero and the largest takes the rest: of the total, and of own. */
  private static final int MOST_OF_ROUNDING = 64;

  private final StagesClaim stated;
  private final Emissions own;
  private final List<Emissions> brought;
  private final boolean isAllDeclared;
  private final Optional<ProcessClaim> process;
  private final BigDecimal slack;

  private StageCheck(
      VerifiedDeclaration declaration,
      StagesClaim stated,
      List<InputElement> elements,
      List<LinkedInput> inputs) {
    this.stated = stated;
    this.own = SumCheck.ownOf(declaration);
    this.brought = inputs.stream().map(this::brought).toList();
    this.isAllDeclared = elements.stream().allMatch(element -> element.source().isPresent());
    this.process = declaration.claim(ClaimName.PROCESS).map(ProcessClaim.class::cast);
    this.slack = KgCo2e.ofMicrograms(elements.size() + MOST_OF_ROUNDING).value();
  }

  /** Checks it; answers false where it cannot be told. */
  static boolean check(
      VerifiedDeclaration declaration, List<InputElement> elements, List<LinkedInput> inputs) {
    Optional<StagesClaim> stated = declaration.stages();
    return stated.isPresent()
        && new StageCheck(declaration, stated.get(), elements, inputs).follows();
  }

  private boolean follows() {
    if (isAllDeclared || process.isPresent()) {
      if (isExact()) {
        return true;
      }
      // What the buyer was shown only after it had stated this, it had to book as not split.
      for (Stage stage : Stage.values()) {
        Broken.unless(
            stage == Stage.UNSPLIT || isPossible(stage),
            Reason.SUM_DIFFERS,
            "the split does not follow from own emissions and inputs, stage " + stage.jsonName());
      }
    }
    return false;
  }

  private boolean isExact() {
    Map<Cell, BigDecimal> rest = new TreeMap<>();
    stated.cells().cells().forEach((cell, amount) -> add(rest, cell, amount.value()));
    own.cells().forEach((cell, amount) -> add(rest, cell, amount.value().negate()));
    for (Emissions input : brought) {
      input.cells().forEach((cell, amount) -> add(rest, cell, amount.value().negate()));
    }
    Map<Stage, BigDecimal> ofStages = new EnumMap<>(Stage.class);
    for (Map.Entry<Cell, BigDecimal> cell : rest.entrySet()) {
      BigDecimal amount = cell.getValue();
      boolean isNear = amount.abs().compareTo(slack) <= 0;
      if (!isNear && (isAllDeclared || !cell.getKey().account().allows(new KgCo2e(amount)))) {
        return false;
      }
      ofStages.merge(cell.getKey().stage(), amount, BigDecimal::add);
    }
    return isAllDeclared
        || ofStages.entrySet().stream()
            .allMatch(
                stage -> stage.getValue().abs().compareTo(rest(stage.getKey()).add(slack)) <= 0);
  }

  /** Whether some inputs booked as not split could lead here. */
  private boolean isPossible(Stage stage) {
    BigDecimal least = own.inStage(stage).inclBiogenicUptake().value().subtract(rest(stage));
    BigDecimal most = own.inStage(stage).inclBiogenicUptake().value().add(rest(stage));
    for (Emissions input : brought) {
      BigDecimal amount = input.inStage(stage).inclBiogenicUptake().value();
      least = least.add(amount.min(BigDecimal.ZERO));
      most = most.add(amount.max(BigDecimal.ZERO));
    }
    BigDecimal said = stated.cells().inStage(stage).inclBiogenicUptake().value();
    return said.compareTo(least.subtract(slack)) >= 0 && said.compareTo(most.add(slack)) <= 0;
  }

  /** How large at most all lines without a declaration are in a stage. */
  private BigDecimal rest(Stage stage) {
    return process
        .flatMap(ProcessClaim::rest)
        .map(rest -> rest.sizes().getOrDefault(stage, KgCo2e.ZERO).value())
        .orElse(BigDecimal.ZERO);
  }

  private static void add(Map<Cell, BigDecimal> sums, Cell cell, BigDecimal amount) {
    sums.merge(cell, amount, BigDecimal::add);
  }

  /** What an input brings, as its buyer saw it: without its stages it is booked as not split. */
  private Emissions brought(LinkedInput input) {
    VerifiedDeclaration source = input.source().declaration();
    Emissions figure =
        source
            .stages()
            .map(StagesClaim::cells)
            .orElseGet(() -> Emissions.ofTotals(totals(source.opening().orElseThrow())));
    InputElement element = input.element();
    Fraction factor =
        element.factor().times(element.amount().amount()).dividedBy(element.yield().value());
    Map<Cell, KgCo2e> cells = new TreeMap<>();
    figure
        .inStages(stated.profile()::stageFor)
        .cells()
        .forEach(
            (cell, amount) ->
                cells.put(
                    cell,
                    new KgCo2e(
                        factor
                            .times(amount.value())
                            .rounded(SumCheck.EXACT, RoundingMode.HALF_EVEN))));
    return Emissions.of(cells);
  }

  private static CommittedTotals totals(CommitmentOpening opening) {
    return new CommittedTotals(
        opening.grossMicrograms(), opening.removalsMicrograms(), opening.uptakeMicrograms());
  }
}
