package org.cfptrace.connector.trade;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.product.BillOfMaterials;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.Labels;
import org.cfptrace.connector.product.OwnFigures;
import org.cfptrace.connector.product.Product;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.WhenChanged;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Versioned;
import org.cfptrace.service.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Products, bills of materials and own emissions in the real tables, through plain SQL: so that
 * many companies fit into one JVM, and a transaction that is rolled back takes them along.
 */
public final class Warehouse implements Products, BillsOfMaterials, OwnFigures {
  private final Sql sql;
  private WhenChanged whenChanged = WhenChanged.NOBODY;

  Warehouse(Sql sql) {
    this.sql = sql;
  }

  void whenChanged(WhenChanged listener) {
    whenChanged = listener;
  }

  TraceId makes(String name, DeclaredUnit unit) {
    TraceId product = TraceId.random();
    makes(product, name, unit);
    return product;
  }

  /** A product of this identity; its bill of materials is empty. */
  public void makes(TraceId product, String name, DeclaredUnit unit) {
    sql.update(
        "insert into product (trace_id, name, unit, version) values (?, ?, ?, 0)",
        product.uuid(),
        name,
        unit.text());
    sql.update("insert into bill_of_materials (trace_id, version) values (?, 0)", product.uuid());
  }

  /** One piece of the product has this mass. */
  void weighs(TraceId product, BigDecimal kilograms) {
    sql.update(
        "update product set mass_per_unit = ? where trace_id = ?", kilograms, product.uuid());
    whenChanged.changed(product);
  }

  void emits(TraceId product, Period period, BigDecimal kilograms, @Nullable DataQuality quality) {
    sql.update(
        """
        insert into own_emissions (id, trace_id, period_from, period_to, profile, amounts, method,
          quality, primary_activity_data, primary_emission_factor, posted_at)
        values (gen_random_uuid(), ?, ?, ?, 'OURANOS', to_jsonb(?::text), '{}', to_jsonb(?::text),
          true, true, now())
        """,
        product.uuid(),
        period.from(),
        period.to(),
        kilograms.toPlainString(),
        quality == null ? null : quality.toString());
    if (quality != null) {
      qualities.put(quality.toString(), quality);
    }
    whenChanged.changed(product);
  }

  private final java.util.Map<String, DataQuality> qualities = new java.util.HashMap<>();

  /** A line of a part that is bought. */
  public void buys(TraceId product, String line, String amount, DeclaredUnit unit) {
    line(product, line, amount, unit, "PROCURED", null);
  }

  void uses(TraceId product, String line, String amount, TraceId part) {
    line(product, line, amount, find(part).orElseThrow().value().unit(), "OWN", part);
  }

  private void line(
      TraceId product,
      String line,
      String amount,
      DeclaredUnit unit,
      String kind,
      @Nullable TraceId own) {
    sql.update(
        """
        insert into bom_line (id, trace_id, position, line_id, part_name, amount, unit, yield, kind,
          own_trace_id, proxy)
        values (nextval('bom_line_seq'), ?, (select count(*) from bom_line where trace_id = ?), ?,
          ?, ?, ?, 1, ?, ?, false)
        """,
        product.uuid(),
        product.uuid(),
        line,
        line,
        new BigDecimal(amount),
        unit.text(),
        kind,
        own == null ? null : own.uuid());
    whenChanged.changed(product);
  }

  @Override
  public Optional<Versioned<Product>> find(TraceId traceId) {
    return sql.first(
        "select * from product where trace_id = ?",
        row ->
            new Versioned<>(
                new Product(
                    traceId,
                    row.text("name"),
                    Optional.empty(),
                    Labels.NONE,
                    Optional.empty(),
                    DeclaredUnit.of(row.text("unit")),
                    row.optionalText("mass_per_unit").map(MassPerUnit::of),
                    Optional.empty()),
                row.number("version")),
        traceId.uuid());
  }

  @Override
  public Versioned<BillOfMaterials> of(TraceId product) {
    List<BillOfMaterialsLine> lines =
        sql.list(
            "select * from bom_line where trace_id = ? order by position",
            row -> line(row),
            product.uuid());
    long version =
        sql.first(
                "select version from bill_of_materials where trace_id = ?",
                row -> row.number("version"),
                product.uuid())
            .orElse(0L);
    return new Versioned<>(new BillOfMaterials(lines), version);
  }

  private BillOfMaterialsLine line(Sql.Row row) throws SQLException {
    LineSupply supply =
        row.text("kind").equals("OWN")
            ? new LineSupply.Own(new TraceId(row.uuid("own_trace_id")))
            : new LineSupply.Procured(sources(row.number("id")));
    return BillOfMaterialsLine.of(
        new LineId(row.text("line_id")),
        row.text("part_name"),
        new Quantity(new BigDecimal(row.text("amount")), DeclaredUnit.of(row.text("unit"))),
        supply);
  }

  private List<LineSource> sources(long line) {
    return sql.list(
        "select * from line_source where line = ? order by position",
        row ->
            new LineSource(
                new ParticipantId(row.text("partner")),
                new TraceId(row.uuid("supplier_trace_id")),
                Share.of(row.text("share")),
                row.optionalDate("valid_from").orElse(null),
                row.optionalDate("valid_to").orElse(null)),
        line);
  }

  @Override
  public Versioned<BillOfMaterials> replaceLine(
      TraceId product, BillOfMaterialsLine line, ExpectedVersion expected) {
    long id =
        sql.number(
            "select id from bom_line where trace_id = ? and line_id = ?",
            product.uuid(),
            line.lineId().value());
    sql.update("delete from line_source where line = ?", id);
    int position = 0;
    for (LineSource source : BillOfMaterials.sources(line)) {
      sql.update(
          """
          insert into line_source (id, line, trace_id, position, partner, supplier_trace_id, share,
            valid_from, valid_to)
          values (nextval('line_source_seq'), ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          product.uuid(),
          position++,
          source.partner().toString(),
          source.supplierProduct().uuid(),
          source.share().value(),
          source.from(),
          source.to());
    }
    sql.update(
        "update bill_of_materials set version = version + 1 where trace_id = ?", product.uuid());
    return of(product);
  }

  @Override
  public List<TraceId> usersOf(TraceId product) {
    return sql.list(
        "select distinct trace_id from bom_line where own_trace_id = ? order by trace_id",
        row -> new TraceId(row.uuid("trace_id")),
        product.uuid());
  }

  @Override
  public List<TraceId> usersOf(SupplierProduct bought) {
    return sql.list(
        "select distinct trace_id from line_source where partner = ? and supplier_trace_id = ?"
            + " order by trace_id",
        row -> new TraceId(row.uuid("trace_id")),
        bought.partner().toString(),
        bought.product().uuid());
  }

  @Override
  public List<TraceId> usersOfAny(Collection<TraceId> products) {
    return products.stream().flatMap(product -> usersOf(product).stream()).distinct().toList();
  }

  @Override
  public void lockStructure() {
    sql.number("select 1 from pg_advisory_xact_lock(1)");
  }

  @Override
  public Optional<OwnFigure> inForce(TraceId product, Period period) {
    return sql.first(
        """
        select amounts #>> '{}' as kilograms, quality #>> '{}' as quality from own_emissions
        where trace_id = ? and period_from <= ? order by period_to desc, number desc limit 1
        """,
        row ->
            new OwnFigure(
                new OwnEmissions(
                    Emissions.of(
                        Stage.MAIN,
                        EmissionAccount.FOSSIL,
                        new KgCo2e(new BigDecimal(row.text("kilograms")))),
                    row.optionalText("quality").map(qualities::get).orElse(null),
                    true,
                    true),
                CalculationBasis.AR6_CRADLE_TO_GATE,
                StageProfile.OURANOS),
        product.uuid(),
        period.to());
  }

  @Override
  public Optional<Period> latestPeriod(TraceId product) {
    return sql.first(
        "select period_from, period_to from own_emissions where trace_id = ?"
            + " order by period_to desc, number desc limit 1",
        row -> new Period(row.date("period_from"), row.date("period_to")),
        product.uuid());
  }

  // ---- what no story needs

  @Override
  public Page<Versioned<Product>> list(PageRequest page) {
    throw notNeeded();
  }

  @Override
  public Optional<TraceId> namesake(Product product) {
    throw notNeeded();
  }

  @Override
  public Versioned<Product> add(Product product) {
    throw notNeeded();
  }

  @Override
  public Versioned<Product> replace(Product product, ExpectedVersion expected) {
    throw notNeeded();
  }

  @Override
  public void remove(TraceId traceId, ExpectedVersion expected) {
    throw notNeeded();
  }

  @Override
  public Versioned<BillOfMaterials> replace(
      TraceId product, BillOfMaterials billOfMaterials, ExpectedVersion expected) {
    throw notNeeded();
  }

  private static UnsupportedOperationException notNeeded() {
    return new UnsupportedOperationException("no story does this here");
  }
}
