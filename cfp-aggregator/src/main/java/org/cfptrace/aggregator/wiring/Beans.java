package org.cfptrace.aggregator.wiring;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.CollectedFigures;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.IssuerSuspensions;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.ProductFootprints;
import org.cfptrace.aggregator.collect.SuspendedIssuers;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
import org.cfptrace.aggregator.collect.adapter.SqlIssuerWords;
import org.cfptrace.aggregator.collect.adapter.SqlWithdrawnAttestations;
import org.cfptrace.aggregator.disclose.job.LetGoOn;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.live.LiveGraphs;
import org.cfptrace.aggregator.live.ReadAtStart;
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
import org.cfptrace.participant.DirectoryEntry;
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
      WithdrawnAttestations withdrawn,
      Proposals proposals,
      SignedExports exports,
      LetGoOn waiting,
      HeedDirectory directory,
      AttestedDeclarations attested) {
    return new Exchange(
        me.id(),
        me.keys(),
        me.trustAnchor(),
        around,
        new Collecting(
            declarations,
            words,
            withdrawn,
            proposals,
            exports,
            waiting::proven,
            directory,
            attested,
            around.clock()));
  }

  @Produces
  @Singleton
  IssuerWords words(Exchange.Surroundings around, Tenancy tenancy, FigureChanges changes) {
    return new SqlIssuerWords(around.sql(), tenancy, changes);
  }

  @Produces
  @Singleton
  WithdrawnAttestations withdrawnAttestations(Exchange.Surroundings around, Tenancy tenancy) {
    return new SqlWithdrawnAttestations(around.sql(), tenancy);
  }

  @Produces
  @Singleton
  ProductFootprints footprints(Declarations declarations, IssuerWords words) {
    return new ProductFootprints(declarations, words);
  }

  @Produces
  @Singleton
  CollectedFigures figures(
      Declarations declarations,
      IssuerWords words,
      IssuerSuspensions suspensions,
      Exchange exchange,
      Clock clock) {
    return new CollectedFigures(
        declarations, words, new SuspendedIssuers(exchange.knownEntries(), suspensions, clock));
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
        issuer -> exchange.knownEntries().find(issuer).map(DirectoryEntry::sequence).orElse(0L),
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
  OwnLoop readingAtStart(Structures structures, LiveGraphs graphs) {
    return new OwnLoop(
        "read-at-start", new ReadAtStart(structures, graphs)::round, Duration.ofMinutes(1));
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
}
