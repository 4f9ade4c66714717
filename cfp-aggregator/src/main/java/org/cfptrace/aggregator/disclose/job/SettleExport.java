package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * What a person decides about an export: to stop it, to go on in spite of findings, to withdraw it.
 */
public final class SettleExport {
  private final ExportTables tables;
  private final Exports exports;
  private final BiConsumer<Tenant, UUID> whenFallen;
  private final BiConsumer<Tenant, UUID> whenStandsAgain;
  private final Clock clock;

  /**
   * @param whenFallen is told of an export that stood and stands no more
   * @param whenStandsAgain is told of one that stands again, for its correction was withdrawn
   */
  public SettleExport(
      ExportTables tables,
      BiConsumer<Tenant, UUID> whenFallen,
      BiConsumer<Tenant, UUID> whenStandsAgain,
      Clock clock) {
    this.tables = requireNonNull(tables, "tables");
    this.exports = tables.exports();
    this.whenFallen = requireNonNull(whenFallen, "whenFallen");
    this.whenStandsAgain = requireNonNull(whenStandsAgain, "whenStandsAgain");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Stops a job that is not ready; none of its files stay.
   *
   * @throws Refused NOT_FOUND; NOT_ALLOWED_NOW where it is ready or has ended
   */
  public Export cancel(Tenant tenant, UUID id) {
    Export export = locked(tenant, id);
    refuseUnless(export, export.state().canBeCancelled(), "cancelled before it is ready");
    tables.forget(tenant, id);
    return progressed(
        tenant,
        export.at(
            export.progress().endedAs(ExportState.CANCELLED, Optional.empty(), clock.instant())));
  }

  /**
   * Goes on in spite of what blocks; the reason and who gave it stand in the files.
   *
   * @throws Refused NOT_FOUND; NOT_ALLOWED_NOW where it is not blocked, or by something that nobody
   *     can override
   */
  public Export override(Tenant tenant, UUID id, Stamp.Overridden why) {
    Export export = locked(tenant, id);
    refuseUnless(export, export.state() == ExportState.BLOCKED, "overridden while it is BLOCKED");
    long forbidden = tables.subjects().with(tenant, id, Finding.Weight.FORBIDS);
    if (forbidden > 0) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          forbidden
              + " of its subjects have findings of weight FORBIDS: without what they name the"
              + " target cannot be filled, and no reason helps");
    }
    // Validated again: the reason is one of the inputs the export's name follows from.
    return progressed(
        tenant, export.at(export.progress().overridden(why).now(ExportState.VALIDATING)));
  }

  /**
   * Withdraws an export that was ready; its files stay readable.
   *
   * @throws Refused NOT_FOUND; NOT_ALLOWED_NOW where it does not stand
   */
  public Export revoke(Tenant tenant, UUID id, String reason) {
    Export export = locked(tenant, id);
    refuseUnless(export, export.state().stands(), "revoked while it is READY or SIGNED");
    export.order().supersedes().ifPresent(corrected -> giveBack(tenant, id, corrected));
    whenFallen.accept(tenant, id);
    return progressed(
        tenant,
        export.at(
            export.progress().endedAs(ExportState.REVOKED, Optional.of(reason), clock.instant())));
  }

  /** What a withdrawn correction had superseded stands again. */
  private void giveBack(Tenant tenant, UUID correction, UUID corrected) {
    exports
        .locked(tenant, corrected)
        .filter(it -> it.progress().supersededBy().equals(Optional.of(correction)))
        .ifPresent(it -> standAgain(tenant, it));
  }

  private void standAgain(Tenant tenant, Export export) {
    ExportState as = exports.isSigned(tenant, export.id()) ? ExportState.SIGNED : ExportState.READY;
    exports.progressed(tenant, export.at(export.progress().standingAgain(as)));
    whenStandsAgain.accept(tenant, export.id());
  }

  private Export progressed(Tenant tenant, Export export) {
    exports.progressed(tenant, export);
    return export;
  }

  private Export locked(Tenant tenant, UUID id) {
    return exports.locked(tenant, id).orElseThrow(() -> Refused.notFound("export", id));
  }

  private static void refuseUnless(Export export, boolean claim, String when) {
    if (!claim) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW, "an export is " + when + "; this one is " + export.state());
    }
  }
}
