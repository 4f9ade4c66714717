package org.cfptrace.connector.product.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/** Products in PostgreSQL. */
@ApplicationScoped
class ProductTable implements Products, PanacheRepositoryBase<ProductRow, UUID> {
  @Override
  @Transactional
  public Optional<Versioned<Product>> find(TraceId traceId) {
    return findByIdOptional(traceId.uuid()).map(ProductRow::product);
  }

  @Override
  @Transactional
  public Page<Versioned<Product>> list(PageRequest page) {
    var rows =
        find("traceId > ?1 order by traceId", page.after().map(Cursors::uuid).orElse(Cursors.FIRST))
            .page(0, page.rowsToFetch())
            .list();
    return Page.of(rows, page, row -> row.traceId.toString()).map(ProductRow::product);
  }

  @Override
  @Transactional
  public Optional<TraceId> namesake(Product product) {
    var plant = product.plant().map(PlantId::value).orElse(null);
    var supportName = product.supportName().orElse(null);
    return find("name = ?1 and traceId <> ?2", product.name(), product.traceId().uuid()).stream()
        .filter(
            row ->
                Objects.equals(row.plantId, plant) && Objects.equals(row.supportName, supportName))
        .map(row -> new TraceId(row.traceId))
        .findFirst();
  }

  @Override
  @Transactional
  public Versioned<Product> add(Product product) {
    var row = new ProductRow();
    row.take(product);
    persistAndFlush(row);
    return row.product();
  }

  @Override
  @Transactional
  public Versioned<Product> replace(Product product, ExpectedVersion expected) {
    var row = at(product.traceId(), expected);
    row.take(product);
    flush();
    return row.product();
  }

  @Override
  @Transactional
  public void remove(TraceId traceId, ExpectedVersion expected) {
    delete(at(traceId, expected));
    flush();
  }

  private ProductRow at(TraceId traceId, ExpectedVersion expected) {
    var row =
        findByIdOptional(traceId.uuid()).orElseThrow(() -> Refused.notFound("product", traceId));
    expected.refuseUnlessNow(row.version);
    return row;
  }
}
