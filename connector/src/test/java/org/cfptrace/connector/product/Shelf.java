package org.cfptrace.connector.product;

import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/** Products and bills of materials in memory, for tests of the story without a database. */
final class Shelf implements Products, BillsOfMaterials {
  private final Map<String, Versioned<Product>> products = new TreeMap<>();
  private final Map<TraceId, Versioned<BillOfMaterials>> billsOfMaterials = new HashMap<>();

  /** Puts a product of this name here. */
  TraceId product(String name, DeclaredUnit unit) {
    return add(aProduct(name, unit)).value().traceId();
  }

  static Product aProduct(String name, DeclaredUnit unit) {
    return new Product(
        TraceId.random(),
        name,
        Optional.empty(),
        Labels.NONE,
        Optional.empty(),
        unit,
        Optional.empty(),
        Optional.empty());
  }

  /** A line that is one piece of another own product. */
  static BillOfMaterialsLine own(String lineId, TraceId part) {
    return BillOfMaterialsLine.of(
        new LineId(lineId), lineId, Quantity.of("1", DeclaredUnit.PIECE), new LineSupply.Own(part));
  }

  /** Puts a bill of materials here without any check. */
  void madeOf(TraceId product, BillOfMaterialsLine... lines) {
    billsOfMaterials.put(
        product, new Versioned<>(new BillOfMaterials(List.of(lines)), of(product).version() + 1));
  }

  @Override
  public Optional<Versioned<Product>> find(TraceId traceId) {
    return Optional.ofNullable(products.get(traceId.toString()));
  }

  @Override
  public Page<Versioned<Product>> list(PageRequest page) {
    var rows =
        products.values().stream()
            .filter(row -> row.value().traceId().toString().compareTo(page.after().orElse("")) > 0)
            .limit(page.rowsToFetch())
            .collect(toList());
    return Page.of(rows, page, row -> row.value().traceId().toString());
  }

  @Override
  public Optional<TraceId> namesake(Product product) {
    return products.values().stream()
        .map(Versioned::value)
        .filter(other -> !other.traceId().equals(product.traceId()))
        .filter(
            other ->
                Objects.equals(
                    List.of(other.plant(), other.name(), other.supportName()),
                    List.of(product.plant(), product.name(), product.supportName())))
        .map(Product::traceId)
        .findFirst();
  }

  @Override
  public Versioned<Product> add(Product product) {
    var added = new Versioned<>(product, 0);
    products.put(product.traceId().toString(), added);
    return added;
  }

  @Override
  public Versioned<Product> replace(Product product, ExpectedVersion expected) {
    var replaced = new Versioned<>(product, at(product.traceId(), expected) + 1);
    products.put(product.traceId().toString(), replaced);
    return replaced;
  }

  @Override
  public void remove(TraceId traceId, ExpectedVersion expected) {
    at(traceId, expected);
    products.remove(traceId.toString());
  }

  private long at(TraceId traceId, ExpectedVersion expected) {
    var present = find(traceId).orElseThrow(() -> Refused.notFound("product", traceId));
    present.refuseUnless(expected);
    return present.version();
  }

  @Override
  public Versioned<BillOfMaterials> of(TraceId product) {
    return billsOfMaterials.getOrDefault(product, new Versioned<>(BillOfMaterials.EMPTY, 0));
  }

  @Override
  public Versioned<BillOfMaterials> replace(
      TraceId product, BillOfMaterials billOfMaterials, ExpectedVersion expected) {
    of(product).refuseUnless(expected);
    var replaced = new Versioned<>(billOfMaterials, expected.number() + 1);
    billsOfMaterials.put(product, replaced);
    return replaced;
  }

  @Override
  public Versioned<BillOfMaterials> replaceLine(
      TraceId product, BillOfMaterialsLine line, ExpectedVersion expected) {
    var lines =
        of(product).value().lines().stream()
            .map(present -> present.lineId().equals(line.lineId()) ? line : present)
            .toList();
    return replace(product, new BillOfMaterials(lines), expected);
  }

  @Override
  public List<TraceId> usersOf(TraceId product) {
    return billsOfMaterials.entrySet().stream()
        .filter(entry -> entry.getValue().value().ownProducts().contains(product))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<TraceId> usersOf(SupplierProduct bought) {
    return billsOfMaterials.entrySet().stream()
        .filter(
            entry ->
                entry
                    .getValue()
                    .value()
                    .sources()
                    .anyMatch(source -> source.supplier().equals(bought)))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<TraceId> usersOfAny(Collection<TraceId> products) {
    return products.stream().flatMap(product -> usersOf(product).stream()).distinct().toList();
  }

  @Override
  public void lockStructure() {
    // One test, one thread.
  }
}
