package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/**
 * The members {@code unit} and {@code massPerUnit}, spelled alike wherever a product is named: in
 * declarations and in the messages about them.
 */
public final class UnitMembers {
  private static final String UNIT = "unit";
  private static final String MASS = "massPerUnit";

  private UnitMembers() {}

  public static void write(ObjectNode json, DeclaredUnit unit, Optional<MassPerUnit> mass) {
    json.put(UNIT, unit.text());
    mass.ifPresent(known -> json.put(MASS, Decimals.write(known.kilograms())));
  }

  public static DeclaredUnit unit(Members members) {
    String text = members.text(UNIT);
    try {
      return DeclaredUnit.of(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(
          Fault.UNIT, members.path() + "." + UNIT + ": not a declared unit", e);
    }
  }

  public static Optional<MassPerUnit> massPerUnit(Members members) {
    Optional<BigDecimal> kilograms = members.optionalDecimal(MASS);
    if (kilograms.isPresent() && kilograms.get().signum() == 0) {
      throw new MalformedException(Fault.NUMBER, members.path() + "." + MASS + ": above 0");
    }
    return kilograms.map(MassPerUnit::new);
  }
}
