package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** What the figure is of; every value of the declaration is per one {@code unit}. */
public record ProductClaim(
    TraceId traceId,
    Optional<String> customerPartId,
    String productName,
    String category,
    DeclaredUnit unit,
    Optional<MassPerUnit> massPerUnit)
    implements Claim {
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 256;

  public ProductClaim {
    requireNonNull(traceId, "traceId");
    requireNonNull(customerPartId, "customerPartId");
    requireNonNull(productName, "productName");
    requireNonNull(category, "category");
    requireNonNull(unit, "unit");
    requireNonNull(massPerUnit, "massPerUnit");
  }

  @Override
  public ClaimName name() {
    return ClaimName.PRODUCT;
  }

  @Override
  public JsonNode toJson() {
    ObjectNode json = StrictJson.object().put("traceId", traceId.toString());
    customerPartId.ifPresent(id -> json.put("customerPartId", id));
    json.put("name", productName).put("category", category);
    UnitMembers.write(json, unit, massPerUnit);
    return json;
  }

  static ProductClaim read(JsonNode json) {
    Members members = Members.of(json, "product");
    TraceId traceId = members.value("traceId", TraceId::of);
    Optional<String> customerPartId = members.optionalText("customerPartId", LONGEST_ID);
    String name = members.text("name", LONGEST_NAME);
    String category = members.text("category", LONGEST_NAME);
    DeclaredUnit unit = UnitMembers.unit(members);
    Optional<MassPerUnit> mass = UnitMembers.massPerUnit(members);
    members.end();
    return new ProductClaim(traceId, customerPartId, name, category, unit, mass);
  }
}
