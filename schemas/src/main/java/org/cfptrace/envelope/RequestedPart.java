package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.declaration.UnitMembers;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The customer's part whose footprint is asked for. How much of it goes into the customer's product
 * is the customer's secret and never in here.
 *
 * @param customerPartId the part's number at the customer
 * @param unit the unit the customer buys it in
 * @param massPerUnit kilograms of one unit, where the customer knows
 */
public record RequestedPart(
    String name,
    Optional<String> customerPartId,
    DeclaredUnit unit,
    Optional<MassPerUnit> massPerUnit) {
  /** The longest name. */
  public static final int LONGEST_NAME = 50;

  /** The longest number of a part. */
  public static final int LONGEST_ID = 100;

  public RequestedPart {
    Words.checked(name, LONGEST_NAME, "name");
    Words.checked(customerPartId, LONGEST_ID, "customerPartId");
    requireNonNull(unit, "unit");
    requireNonNull(massPerUnit, "massPerUnit");
  }

  ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("name", name);
    customerPartId.ifPresent(id -> json.put("customerPartId", id));
    UnitMembers.write(json, unit, massPerUnit);
    return json;
  }

  static RequestedPart read(Members members) {
    RequestedPart part =
        new RequestedPart(
            members.text("name", LONGEST_NAME),
            members.optionalText("customerPartId", LONGEST_ID),
            UnitMembers.unit(members),
            UnitMembers.massPerUnit(members));
    members.end();
    return part;
  }
}
