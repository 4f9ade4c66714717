package org.cfptrace.aggregator.wiring;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.ProductFootprints;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.collect.adapter.SqlIssuerWords;
import org.cfptrace.aggregator.disclose.job.LetGoOn;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.live.LiveGraphs;
import org.cfptrace.aggregator.live.TenantLeases;
import org.cfptrace.aggregator.propose.Proposals;
import org.cfptrace.aggregator.propose.ProposeFootprint;
import org.cfptrace.aggregator.query.Ask;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.structure.ImportStructures;
import org.cfptrace.aggregator.structure.MaintainStructures;
import org.cfptrace.aggregator.structure.StructureImports;
import org.cfptrace.aggregator.structure.Structures;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnLoop;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.database.Transactions;

/** Plain classes that become beans. */
@ApplicationScoped
class Beans {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Exchange exchange(
      EnrolledParticipant me,
      Exchange.Surroundings around,
      Declarations declarations,
      IssuerWords words,
      Proposals proposals,
      SignedExports exports,
      LetGoOn waiting) {
    return new Exchange(
        me.id(),
        me.keys(),
        me.trustAnchor(),
        around,
        new Collecting(declarations, words, proposals, exports, waiting::proven, around.clock()));
  }

  @Produces
  @Singleton
  IssuerWords words(Exchange.Surroundings around, Tenancy tenancy, FigureChanges changes) {
    return new SqlIssuerWords(around.sql(), tenancy, changes);
  }

  @Produces
  @Singleton
  ProductFootprints footprints(Declarations declarations, IssuerWords words) {
    return new ProductFootprints(declarations, words);
  }

  @Produces
  @Singleton
  CollectedFigures figures(
      Declarations declarations, IssuerWords words, Exchange exchange, Clock clock) {
    return new CollectedFigures(
        declarations, words, issuer -> suspension(exchange, issuer, clock.instant()));
  }

  @Produces
  @Singleton
  LiveGraphs liveGraphs(
      Structures structures,
      CollectedFigures figures,
      FigureChanges changes,
      TenantLeases leases,
      Transactions transactions,
      Exchange exchange,
      Clock clock) {
    return new LiveGraphs(
        structures,
        figures,
        changes,
        leases,
        transactions,
        issuer -> suspension(exchange, issuer, clock.instant()).isPresent(),
        clock);
  }

  void stop(@Observes ShutdownEvent stopped, LiveGraphs graphs) {
    graphs.stop();
  }

  @Produces
  @Singleton
  OwnLoop following(LiveGraphs graphs) {
    return new OwnLoop("follow", graphs::follow, Duration.ofMillis(500));
  }

  @Produces
  @Singleton
  MaintainStructures maintainStructures(Structures structures, LiveGraphs graphs, Clock clock) {
    return new MaintainStructures(structures, graphs, clock);
  }

  @Produces
  @Singleton
  ImportStructures importStructures(
      Structures structures,
      StructureImports imports,
      LiveGraphs graphs,
      Transactions transactions,
      Clock clock) {
    return new ImportStructures(structures, imports, graphs, transactions, clock);
  }

  @Produces
  @Singleton
  Footprints footprintsOfProducts(
      Structures structures, CollectedFigures figures, LiveGraphs graphs) {
    return new Footprints(structures, figures, graphs);
  }

  @Produces
  @Singleton
  Ask ask(Footprints footprints) {
    return new Ask(footprints);
  }

  @Produces
  @Singleton
  ProposeFootprint proposeFootprint(
      Footprints footprints, Proposals proposals, Exchange exchange, Clock clock) {
    return new ProposeFootprint(
        footprints, proposals, exchange.partners(), exchange.threads(), exchange.post(), clock);
  }

  /**
   * By the registry's clock, to the second. Who is suspended enrols no key, so the last change of
   * its entry is the suspension (of an auditor it may be a later accreditation). Where that clock
   * is ahead of ours, in doubt no figure counts.
   */
  private static Optional<Span> suspension(Exchange exchange, ParticipantId issuer, Instant now) {
    return exchange
        .knownEntries()
        .find(issuer)
        .filter(entry -> entry.status() == DirectoryStatus.SUSPENDED)
        .map(entry -> entry.record().changedAt())
        .map(changed -> changed.isAfter(now) ? Span.ALWAYS : Span.since(changed));
  }
}
