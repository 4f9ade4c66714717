package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * How the figure was reached.
 *
 * @param standards for example {@code ISO 14067:2018}
 * @param basis warming potentials and boundary, which must agree before two figures are added
 * @param exemptedPercent what cut-off rules left out, in percent of the total
 */
public record MethodClaim(
    List<String> standards,
    CalculationBasis basis,
    Optional<String> allocation,
    Optional<BigDecimal> exemptedPercent,
    Optional<String> electricity)
    implements Claim {
  private static final int MOST_STANDARDS = 16;
  private static final int LONGEST = 256;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public MethodClaim {
    standards = List.copyOf(standards);
    requireNonNull(basis, "basis");
    requireNonNull(allocation, "allocation");
    requireNonNull(electricity, "electricity");
    exemptedPercent.ifPresent(
        percent -> {
          if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a percentage lies between 0 and 100");
          }
        });
  }

  /** A method without special choices. */
  public static MethodClaim of(List<String> standards, CalculationBasis basis) {
    return new MethodClaim(standards, basis, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public ClaimName name() {
    return ClaimName.METHOD;
  }

  @Override
  public JsonNode toJson() {
    ObjectNode json = StrictJson.object();
    ArrayNode names = json.putArray("standards");
    standards.forEach(names::add);
    json.put("gwp", basis.gwp().name()).put("boundary", basis.boundary().name());
    allocation.ifPresent(text -> json.put("allocation", text));
    exemptedPercent.ifPresent(percent -> json.put("exemptedPercent", Decimals.write(percent)));
    electricity.ifPresent(text -> json.put("electricity", text));
    return json;
  }

  static MethodClaim read(JsonNode json) {
    Members members = Members.of(json, "method");
    List<String> standards = members.texts("standards", MOST_STANDARDS);
    CalculationBasis basis =
        new CalculationBasis(
            members.value("gwp", GwpSet::valueOf),
            members.value("boundary", SystemBoundary::valueOf));
    Optional<String> allocation = members.optionalText("allocation", LONGEST);
    Optional<BigDecimal> exempted = members.optionalDecimal("exemptedPercent");
    Optional<String> electricity = members.optionalText("electricity", LONGEST);
    members.end();
    if (exempted.filter(percent -> percent.compareTo(HUNDRED) > 0).isPresent()) {
      throw new MalformedException(Fault.NUMBER, "method.exemptedPercent: at most 100");
    }
    return new MethodClaim(standards, basis, allocation, exempted, electricity);
  }
}
