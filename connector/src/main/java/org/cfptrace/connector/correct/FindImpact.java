package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/**
 * Finds what rests on a declaration, one of ours or a partner's, before and after it is recalled.
 */
public final class FindImpact {
  private final IssuedDeclarations issued;
  private final ReceivedDeclarations received;
  private final BillsOfMaterials billsOfMaterials;
  private final Products products;
  private final StaleProducts staleProducts;

  public FindImpact(
      IssuedDeclarations issued,
      ReceivedDeclarations received,
      BillsOfMaterials billsOfMaterials,
      Products products,
      StaleProducts staleProducts) {
    this.issued = requireNonNull(issued, "issued");
    this.received = requireNonNull(received, "received");
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.products = requireNonNull(products, "products");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
  }

  /** What rests on it; what was withdrawn with it is listed as well, for its holders have it. */
  public Impact of(DeclarationId id) {
    Optional<IssuedDeclaration> ours = issued.find(id);
    if (ours.isPresent()) {
      return impact(List.of(ours.get().product().traceId()), issued.recalledWith(id));
    }
    ReceivedDeclaration theirs =
        received.find(id).orElseThrow(() -> Refused.notFound("declaration", id));
    return impact(
        billsOfMaterials.usersOf(new SupplierProduct(theirs.issuer(), theirs.product().traceId())),
        List.of());
  }

  private Impact impact(List<TraceId> direct, List<IssuedDeclaration> recalled) {
    Set<TraceId> touched = staleProducts.touchedBy(direct);
    List<Impact.TouchedProduct> found = new ArrayList<>();
    for (TraceId product : touched) {
      found.add(new Impact.TouchedProduct(product, name(product), copies(product, recalled)));
    }
    return new Impact(found);
  }

  private List<Impact.HeldCopy> copies(TraceId product, List<IssuedDeclaration> recalled) {
    return Stream.concat(
            issued.standingCopies(product).stream(),
            recalled.stream().filter(copy -> copy.product().traceId().equals(product)))
        .sorted(Comparator.comparingLong(IssuedDeclaration::number))
        .map(
            copy ->
                new Impact.HeldCopy(
                    copy.id(),
                    copy.recipient(),
                    copy.standing().state(),
                    copy.delivery().map(Delivery::state)))
        .toList();
  }

  private String name(TraceId product) {
    return products.find(product).map(Versioned::value).map(known -> known.name()).orElse("");
  }
}
