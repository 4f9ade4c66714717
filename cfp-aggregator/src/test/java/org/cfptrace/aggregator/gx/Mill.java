package org.cfptrace.aggregator.gx;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.aggregator.gx.ReductionPool.MultiSite;
import org.cfptrace.footprint.Period;

/** The mill of the worked case: 100,000 t at 2.00 t/t, after a verified reduction of 30,000 t. */
public final class Mill {
  public static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
  public static final Site WORKS = new Site("Works A");
  public static final Site OTHER_WORKS = new Site("Works B");

  private Mill() {}

  public static ReductionPool pool() {
    return pool(PoolId.random(), "EAF-2026", "hot-rolled coil", Period.ofYear(2026));
  }

  public static ReductionPool pool(PoolId id, String project, String line, Period period) {
    return pool(id, project, line, period, Optional.empty());
  }

  public static ReductionPool ofBothWorks() {
    return pool(
        PoolId.random(),
        "EAF-2026",
        "hot-rolled coil",
        Period.ofYear(2026),
        Optional.of(new MultiSite(List.of(OTHER_WORKS), "Verifier")));
  }

  private static ReductionPool pool(
      PoolId id, String project, String line, Period period, Optional<MultiSite> multiSite) {
    return new ReductionPool(
        id,
        project,
        WORKS,
        multiSite,
        line,
        period,
        TonnesCo2e.of("30000"),
        "Verifier",
        Tonnes.of("100000"),
        TonnesCo2e.of("200000"),
        NOW,
        "olga");
  }

  public static PoolLedger ledger() {
    return PoolLedger.of(pool(), List.of());
  }

  /** A lot that is named like its certificate. */
  public static Allocation lot(String name, String mass, String reduction) {
    return lot(name, name, WORKS, mass, reduction);
  }

  public static Allocation lot(
      String certificate, String lot, Site site, String mass, String reduction) {
    return new Allocation(
        new CertificateId(certificate),
        new ProductLot(lot),
        site,
        Tonnes.of(mass),
        TonnesCo2e.of(reduction),
        GxMethod.GX_ALLOCATION);
  }

  public static CertificateMove move(String certificate, CertificateState to) {
    return new CertificateMove(new CertificateId(certificate), to, "a customer");
  }

  public static PoolEnd end(PoolEnd.Kind kind) {
    return new PoolEnd(kind, "mistyped");
  }

  public static Debit debit(String reference, String reduction) {
    return new Debit(reference, TonnesCo2e.of(reduction), Debit.Cause.LOWERED_CFP);
  }
}
