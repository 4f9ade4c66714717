package org.cfptrace.service.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One amount by stage and account, kg CO2e per one unit. */
@Schema(name = "Value")
public record ValueForm(
    @Schema(
            required = true,
            enumeration = {"pre", "main"})
        String stage,
    @Schema(
            required = true,
            description =
                "A fossil, C biogenicNonCO2, D biogenicUptake (≤ 0), E landUseChange, F"
                    + " landManagementEmissions, G landManagementRemovals (≤ 0), H aircraft; the"
                    + " letter or the name",
            examples = "fossil")
        String account,
    @Schema(required = true, description = "kg CO2e, a decimal in quotes", examples = "3.25")
        String value) {
  private static final int MOST = 100;

  /**
   * Reads the list {@code values} of a posting: signs, stages and doubles are checked, every fault
   * at its own path.
   */
  public static Emissions readAll(Fields fields, StageProfile profile) {
    Map<Cell, KgCo2e> amounts = new TreeMap<>();
    List<Fields> values = fields.requiredObjects("values", MOST);
    for (Fields value : values) {
      read(value, profile)
          .ifPresent(
              entry -> {
                if (amounts.putIfAbsent(entry.getKey(), entry.getValue()) != null) {
                  value.fault(
                      "account",
                      "DUPLICATE",
                      "there is an amount for " + entry.getKey() + " already");
                }
              });
    }
    if (values.isEmpty() && fields.faults() == 0) {
      fields.fault("values", "REQUIRED", "say at least one amount; nothing emitted is \"0\"");
    }
    return Emissions.of(amounts);
  }

  /** Emissions in the form they go out in. */
  public static List<ValueForm> of(Emissions emissions) {
    return emissions.cells().entrySet().stream()
        .map(
            cell ->
                new ValueForm(
                    cell.getKey().stage().jsonName(),
                    cell.getKey().account().jsonName(),
                    cell.getValue().text()))
        .toList();
  }

  private static Optional<Map.Entry<Cell, KgCo2e>> read(Fields fields, StageProfile profile) {
    Optional<Stage> stage = fields.requiredValue("stage", text -> stage(text, profile));
    Optional<EmissionAccount> account = fields.requiredValue("account", ValueForm::account);
    Optional<BigDecimal> value = fields.requiredDecimal("value");
    fields.refuseOthers();
    if (stage.isEmpty() || account.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    var amount = new KgCo2e(value.get());
    return hasItsSign(fields, account.get(), amount)
        ? Optional.of(Map.entry(new Cell(stage.get(), account.get()), amount))
        : Optional.empty();
  }

  private static boolean hasItsSign(Fields fields, EmissionAccount account, KgCo2e amount) {
    if (account.allows(amount)) {
      return true;
    }
    if (account.isEmission()) {
      fields.fault(
          "value",
          "NEGATIVE",
          account.jsonName()
              + " emissions are not negative, seen "
              + amount
              + "; removals have accounts of their own (D, G)");
    } else {
      fields.fault(
          "value", "POSITIVE", account.jsonName() + " is written as 0 or less, seen " + amount);
    }
    return false;
  }

  private static Stage stage(String text, StageProfile profile) {
    Stage stage = Stage.of(text);
    if (!profile.ownStages().contains(stage)) {
      throw new IllegalArgumentException("nothing is booked in stage " + text + " by hand");
    }
    return stage;
  }

  private static EmissionAccount account(String text) {
    EmissionAccount account = EmissionAccount.of(text);
    if (account == EmissionAccount.UNSPLIT_EMISSIONS
        || account == EmissionAccount.UNSPLIT_REMOVALS) {
      throw new IllegalArgumentException("nothing is booked in account " + text + " by hand");
    }
    return account;
  }
}
