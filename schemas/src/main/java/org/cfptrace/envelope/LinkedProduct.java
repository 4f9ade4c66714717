package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.declaration.UnitMembers;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The supplier's product that will answer a request.
 *
 * @param name as the supplier calls it
 * @param unit the unit its footprint will be stated per one of
 * @param massPerUnit kilograms of one unit, where the supplier tells
 */
public record LinkedProduct(
    TraceId traceId, String name, DeclaredUnit unit, Optional<MassPerUnit> massPerUnit) {
  /** The longest name, as in a declaration. */
  public static final int LONGEST_NAME = 256;

  public LinkedProduct {
    requireNonNull(traceId, "traceId");
    Words.checked(name, LONGEST_NAME, "name");
    requireNonNull(unit, "unit");
    requireNonNull(massPerUnit, "massPerUnit");
  }

  ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("traceId", traceId.toString()).put("name", name);
    UnitMembers.write(json, unit, massPerUnit);
    return json;
  }

  static LinkedProduct read(Members members) {
    LinkedProduct product =
        new LinkedProduct(
            members.value("traceId", TraceId::of),
            members.text("name", LONGEST_NAME),
            UnitMembers.unit(members),
            UnitMembers.massPerUnit(members));
    members.end();
    return product;
  }
}
