package org.cfptrace.connector.product.adapter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cfptrace.connector.product.BillOfMaterials;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
import org.hibernate.Session;

/**
 * Bills of materials in PostgreSQL: one row that holds the version, one per line, one per source.
 */
@ApplicationScoped
class BillOfMaterialsTable implements BillsOfMaterials, PanacheRepositoryBase<LineRow, Long> {
  private static final long STRUCTURE_LOCK = 0x43_46_50_42_4f_4dL; // "CFPBOM"

  private final Session session;

  BillOfMaterialsTable(Session session) {
    this.session = session;
  }

  @Override
  @Transactional
  public Versioned<BillOfMaterials> of(TraceId product) {
    return new Versioned<>(new BillOfMaterials(lines(product)), version(product));
  }

  @Override
  @Transactional
  public Versioned<BillOfMaterials> replace(
      TraceId product, BillOfMaterials billOfMaterials, ExpectedVersion expected) {
    long version = raise(product, expected);
    delete("traceId", product.uuid());
    List<BillOfMaterialsLine> lines = billOfMaterials.lines();
    List<LineRow> rows = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      rows.add(LineRow.of(product, i, lines.get(i)));
    }
    persist(rows);
    for (int i = 0; i < lines.size(); i++) {
      persistSources(rows.get(i), lines.get(i));
    }
    flush();
    return new Versioned<>(billOfMaterials, version);
  }

  @Override
  @Transactional
  public Versioned<BillOfMaterials> replaceLine(
      TraceId product, BillOfMaterialsLine line, ExpectedVersion expected) {
    long version = raise(product, expected);
    var present =
        find("traceId = ?1 and lineId = ?2", product.uuid(), line.lineId().value())
            .singleResultOptional()
            .orElseThrow(() -> Refused.notFound("line", line.lineId()));
    var row = LineRow.of(product, present.position, line);
    delete(present);
    flush();
    persist(row);
    persistSources(row, line);
    flush();
    return new Versioned<>(new BillOfMaterials(lines(product)), version);
  }

  @Override
  @Transactional
  public List<TraceId> usersOf(TraceId product) {
    return session
        .createSelectionQuery(
            "select distinct l.traceId from LineRow l where l.ownTraceId = :product order by"
                + " l.traceId",
            UUID.class)
        .setParameter("product", product.uuid())
        .getResultList()
        .stream()
        .map(TraceId::new)
        .toList();
  }

  @Override
  @Transactional
  public List<TraceId> usersOfAny(Collection<TraceId> products) {
    return session
        .createSelectionQuery(
            "select distinct l.traceId from LineRow l where l.ownTraceId in :products order by"
                + " l.traceId",
            UUID.class)
        .setParameterList("products", products.stream().map(TraceId::uuid).toList())
        .getResultList()
        .stream()
        .map(TraceId::new)
        .toList();
  }

  @Override
  @Transactional
  public List<TraceId> usersOf(SupplierProduct bought) {
    return session
        .createSelectionQuery(
            "select distinct s.traceId from SourceRow s where s.partner = :partner"
                + " and s.supplierTraceId = :product order by s.traceId",
            UUID.class)
        .setParameter("partner", bought.partner().toString())
        .setParameter("product", bought.product().uuid())
        .getResultList()
        .stream()
        .map(TraceId::new)
        .toList();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void lockStructure() {
    session
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)", Integer.class)
        .setParameter("lock", STRUCTURE_LOCK)
        .getSingleResult();
  }

  private List<BillOfMaterialsLine> lines(TraceId product) {
    Map<Long, List<LineSource>> sources =
        session
            .createSelectionQuery(
                "from SourceRow s where s.traceId = :product order by s.line, s.position",
                SourceRow.class)
            .setParameter("product", product.uuid())
            .getResultList()
            .stream()
            .collect(groupingBy(row -> row.line, mapping(SourceRow::source, toList())));
    return find("traceId = ?1 order by position", product.uuid()).stream()
        .map(row -> row.line(sources.getOrDefault(row.id, List.of())))
        .toList();
  }

  private void persistSources(LineRow row, BillOfMaterialsLine line) {
    List<LineSource> sources =
        line.supply().fold(LineSupply.Procured::sources, terminal -> List.of(), own -> List.of());
    for (int i = 0; i < sources.size(); i++) {
      session.persist(SourceRow.of(row, i, sources.get(i)));
    }
  }

  private long version(TraceId product) {
    return session
        .createNativeQuery(
            "SELECT version FROM bill_of_materials WHERE trace_id = :product", Long.class)
        .setParameter("product", product.uuid())
        .uniqueResultOptional()
        .orElse(0L);
  }

  /**
   * Takes the next version, or refuses: of two writers at once the second finds the row changed.
   */
  private long raise(TraceId product, ExpectedVersion expected) {
    session
        .createNativeMutationQuery(
            "INSERT INTO bill_of_materials (trace_id, version) VALUES (:product, 0)"
                + " ON CONFLICT DO NOTHING")
        .setParameter("product", product.uuid())
        .executeUpdate();
    int raised =
        session
            .createNativeMutationQuery(
                "UPDATE bill_of_materials SET version = version + 1"
                    + " WHERE trace_id = :product AND version = :expected")
            .setParameter("product", product.uuid())
            .setParameter("expected", expected.number())
            .executeUpdate();
    if (raised == 0) {
      throw new Refused(
          ProblemCode.VERSION_OUTDATED,
          "you change version " + expected.number() + ", by now it is another");
    }
    return expected.number() + 1;
  }
}
