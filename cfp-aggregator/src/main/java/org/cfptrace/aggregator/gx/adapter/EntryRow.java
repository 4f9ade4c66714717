package org.cfptrace.aggregator.gx.adapter;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.gx.Act;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.aggregator.gx.CertificateId;
import org.cfptrace.aggregator.gx.CertificateState;
import org.cfptrace.aggregator.gx.Entry;
import org.cfptrace.aggregator.gx.GxMethod;
import org.cfptrace.aggregator.gx.Intensity;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.ProductLot;
import org.cfptrace.aggregator.gx.Site;
import org.cfptrace.aggregator.gx.Tonnes;
import org.cfptrace.aggregator.gx.TonnesCo2e;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.service.database.Sql;

/** An entry as a row of {@code gx_entry}, and back. */
final class EntryRow {
  static final String DEBITED = "DEBITED";
  private static final Object NONE = Optional.empty();

  private EntryRow() {}

  /** In the order of the insert: what was done, then where, at which figure, when and by whom. */
  static Object[] columns(PoolId pool, Entry entry) {
    List<Object> columns = new ArrayList<>(act(entry.act()));
    columns.addAll(
        List.of(
            pool.value(),
            entry.number(),
            entry.cfpBefore().value().numerator(),
            entry.cfpBefore().value().denominator(),
            entry.at(),
            entry.by()));
    return columns.toArray();
  }

  static Entry entry(Sql.Row row) throws SQLException {
    return new Entry(
        row.number("number"),
        act(row),
        new Intensity(
            new Fraction(
                decimal(row, "cfp_before_numerator"), decimal(row, "cfp_before_denominator"))),
        row.instant("noted_at"),
        row.text("noted_by"));
  }

  private static List<Object> act(Act act) {
    return act.fold(
        issued ->
            Arrays.asList(
                CertificateState.ISSUED,
                issued.certificate().value(),
                issued.lot().value(),
                issued.site().value(),
                issued.method(),
                issued.mass().value(),
                issued.reduction().value(),
                NONE,
                NONE),
        moved ->
            Arrays.asList(
                moved.to(),
                moved.certificate().value(),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                moved.note()),
        debited ->
            Arrays.asList(
                DEBITED,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                debited.reduction().value(),
                debited.cause(),
                debited.reference()),
        ended ->
            Arrays.asList(ended.kind(), NONE, NONE, NONE, NONE, NONE, NONE, NONE, ended.why()));
  }

  private static Act act(Sql.Row row) throws SQLException {
    String kind = row.text("kind");
    if (kind.equals(DEBITED)) {
      return new Debit(row.text("note"), reduction(row), Debit.Cause.valueOf(row.text("cause")));
    }
    if (row.optionalText("certificate_id").isEmpty()) {
      return new PoolEnd(PoolEnd.Kind.valueOf(kind), row.text("note"));
    }
    CertificateId certificate = new CertificateId(row.text("certificate_id"));
    CertificateState state = CertificateState.valueOf(kind);
    if (state != CertificateState.ISSUED) {
      return new CertificateMove(certificate, state, row.text("note"));
    }
    return new Allocation(
        certificate,
        new ProductLot(row.text("product_lot")),
        new Site(row.text("site")),
        new Tonnes(decimal(row, "mass")),
        reduction(row),
        GxMethod.valueOf(row.text("method")));
  }

  private static TonnesCo2e reduction(Sql.Row row) throws SQLException {
    return new TonnesCo2e(decimal(row, "reduction"));
  }

  private static BigDecimal decimal(Sql.Row row, String column) throws SQLException {
    return new BigDecimal(row.text(column));
  }
}
