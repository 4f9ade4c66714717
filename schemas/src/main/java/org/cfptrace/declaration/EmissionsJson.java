package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** Emissions as JSON: {@code {"main":{"fossil":"3"}}}, by stage and account, zeros left out. */
final class EmissionsJson {
  private EmissionsJson() {}

  static ObjectNode write(Emissions emissions) {
    ObjectNode json = StrictJson.object();
    emissions
        .cells()
        .forEach(
            (cell, amount) ->
                json.withObjectProperty(cell.stage().jsonName())
                    .put(cell.account().jsonName(), Decimals.write(amount.value())));
    return json;
  }

  /** Reads emissions in the stages of one profile, whichever it is. */
  static Emissions read(Members stages) {
    return read(stages, StageMembers.ofOneProfile(stages));
  }

  /** Reads emissions in the stages of this profile. */
  static Emissions read(Members stages, StageProfile profile) {
    return read(stages, StageMembers.of(profile, stages));
  }

  private static Emissions read(Members stages, List<Stage> named) {
    Map<Cell, KgCo2e> cells = new HashMap<>();
    for (Stage stage : named) {
      read(stage, stages.object(stage.jsonName()), cells);
    }
    stages.end();
    return Emissions.of(cells);
  }

  private static void read(Stage stage, Members accounts, Map<Cell, KgCo2e> cells) {
    for (EmissionAccount account : EmissionAccount.values()) {
      if (stage.takes(account) && accounts.has(account.jsonName())) {
        KgCo2e amount = new KgCo2e(accounts.signedDecimal(account.jsonName()));
        if (!account.allows(amount)) {
          throw new MalformedException(
              Fault.NUMBER,
              accounts.path() + "." + account.jsonName() + ": has the sign of another account");
        }
        cells.put(new Cell(stage, account), amount);
      }
    }
    accounts.end();
  }
}
