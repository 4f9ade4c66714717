package org.cfptrace.connector.product;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/** Registers, changes and removes products. */
public final class MaintainProducts {
  private final Products products;
  private final Plants plants;
  private final BillsOfMaterials billsOfMaterials;
  private final List<ProductUse> uses;

  /** Works on these products; {@code uses} are all that may rely on one. */
  public MaintainProducts(
      Products products, Plants plants, BillsOfMaterials billsOfMaterials, List<ProductUse> uses) {
    this.products = products;
    this.plants = plants;
    this.billsOfMaterials = billsOfMaterials;
    this.uses = List.copyOf(uses);
  }

  /** Registers a new product. */
  public Versioned<Product> register(Product product) {
    if (products.find(product.traceId()).isPresent()) {
      throw Refused.field(
          ProblemCode.CONFLICT,
          "this trace id is taken",
          "traceId",
          "TAKEN",
          "there is a product " + product.traceId() + " already");
    }
    refuseUnknownPlant(product);
    refuseNamesake(product);
    return products.add(product);
  }

  /**
   * Changes a product. Its unit stays once something relies on it: every figure is per that unit.
   */
  public Versioned<Product> change(Product product, ExpectedVersion expected) {
    var present = there(product.traceId());
    present.refuseUnless(expected);
    refuseUnknownPlant(product);
    refuseNamesake(product);
    if (present.value().unit() != product.unit()) {
      refuseOtherUnit(present.value());
    }
    return products.replace(product, expected);
  }

  /** Removes a product nothing relies on. */
  public void remove(TraceId traceId, ExpectedVersion expected) {
    there(traceId).refuseUnless(expected);
    use(traceId)
        .ifPresent(
            use -> {
              throw new Refused(ProblemCode.CONFLICT, "the product is relied on: " + use);
            });
    products.remove(traceId, expected);
  }

  private void refuseOtherUnit(Product present) {
    use(present.traceId())
        .or(() -> structure(present.traceId()))
        .ifPresent(
            use -> {
              throw Refused.field(
                  ProblemCode.CONFLICT,
                  "the unit is relied on",
                  "unit",
                  "IN_USE",
                  "stays " + present.unit() + ": " + use);
            });
  }

  private Optional<String> structure(TraceId product) {
    return billsOfMaterials.of(product).value().lines().isEmpty()
        ? Optional.empty()
        : Optional.of("its bill of materials states amounts per one of it");
  }

  private Versioned<Product> there(TraceId traceId) {
    return products.find(traceId).orElseThrow(() -> Refused.notFound("product", traceId));
  }

  private Optional<String> use(TraceId traceId) {
    return billsOfMaterials.usersOf(traceId).stream()
        .findFirst()
        .map(user -> "the bill of materials of " + user + " uses it")
        .or(() -> uses.stream().flatMap(use -> use.of(traceId).stream()).findFirst());
  }

  private void refuseUnknownPlant(Product product) {
    product
        .plant()
        .filter(plant -> plants.find(plant).isEmpty())
        .ifPresent(
            plant -> {
              throw Refused.field(
                  ProblemCode.INVALID_FIELDS,
                  "the plant is not known",
                  "plantId",
                  "UNKNOWN",
                  "no plant " + plant);
            });
  }

  private void refuseNamesake(Product product) {
    products
        .namesake(product)
        .ifPresent(
            other -> {
              throw Refused.field(
                  ProblemCode.CONFLICT,
                  "plant, name and second name belong to another product",
                  "partsName",
                  "TAKEN",
                  "same plant and names as " + other);
            });
  }
}
