package org.cfptrace.aggregator.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.cfptrace.aggregator.battery.BatteryFootprints;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.disclose.Anchors;
import org.cfptrace.aggregator.disclose.CompanyFacts;
import org.cfptrace.aggregator.disclose.GatherBattery;
import org.cfptrace.aggregator.disclose.GatherProduct;
import org.cfptrace.aggregator.disclose.InputEvidence;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.disclose.adapter.ExchangeAnchors;
import org.cfptrace.aggregator.disclose.battery.BatteryDeclaration;
import org.cfptrace.aggregator.disclose.battery.BatteryPassport;
import org.cfptrace.aggregator.disclose.cbam.CbamTarget;
import org.cfptrace.aggregator.disclose.customer.OuranosTarget;
import org.cfptrace.aggregator.disclose.customer.PcfFormat;
import org.cfptrace.aggregator.disclose.customer.PcfTarget;
import org.cfptrace.aggregator.disclose.job.AwaitedProofs;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportInputs;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.disclose.job.ExportTables;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.LetGoOn;
import org.cfptrace.aggregator.disclose.job.OrderExport;
import org.cfptrace.aggregator.disclose.job.PreviewExport;
import org.cfptrace.aggregator.disclose.job.RunExports;
import org.cfptrace.aggregator.disclose.job.SettleExport;
import org.cfptrace.aggregator.disclose.job.Software;
import org.cfptrace.aggregator.disclose.pack.AuditorsPack;
import org.cfptrace.aggregator.disclose.pack.adapter.ExchangeRecord;
import org.cfptrace.aggregator.disclose.shell.BatteryShell;
import org.cfptrace.aggregator.disclose.shell.ProductShell;
import org.cfptrace.aggregator.disclose.sign.AskForSignature;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures;
import org.cfptrace.aggregator.disclose.sign.RequestSignature;
import org.cfptrace.aggregator.disclose.vehicle.VehiclePartList;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.steel.KeptInstallationYears;
import org.cfptrace.aggregator.structure.FactorSets;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.aggregator.vehicle.VehicleModels;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnLoop;
import org.cfptrace.footprint.Share;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.policy.AudienceViews;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The plain classes of exports that become beans. */
@ApplicationScoped
class ExportBeans {
  @Produces
  @Singleton
  GatherProduct gatherProduct(
      Footprints footprints, Declarations declarations, FactorSets factors, Exchange exchange) {
    InputEvidence evidence =
        new InputEvidence(declarations, factors, new ExchangeAnchors(exchange));
    return new GatherProduct(footprints, evidence, tenant -> company(exchange, tenant));
  }

  private static CompanyFacts company(Exchange exchange, Tenant tenant) {
    return exchange
        .knownEntries()
        .find(tenant.participant())
        .map(entry -> company(entry.record()))
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.NOT_ALLOWED_NOW,
                    "your own connector is no partner of this aggregator, which so does not know"
                        + " your company's name"));
  }

  private static CompanyFacts company(DirectoryRecord record) {
    return new CompanyFacts(
        record.participant().did(),
        record.name(),
        record.country(),
        record.corporateNumber(),
        record.lei());
  }

  @Produces
  @Singleton
  Targets targets(
      GatherProduct products,
      Footprints footprints,
      BatteryFootprints batteryFootprints,
      VehicleModels vehicles,
      KeptInstallationYears installations,
      Declarations declarations,
      Exchange exchange) {
    // Draft EV act: flows below 1 % may be left out.
    GatherBattery batteries =
        new GatherBattery(batteryFootprints, products.within(Share.of("0.01")));
    // Catena-X PCF Rulebook v4: all that is left out is below 3 %.
    GatherProduct catenaX = products.within(Share.of("0.03"));
    return new Targets(
        List.of(
            new BatteryDeclaration(batteries),
            new BatteryPassport(batteries),
            new CbamTarget(installations),
            new VehiclePartList(products, vehicles, footprints::tree),
            new PcfTarget(PcfFormat.CATENA_X_9, catenaX),
            new PcfTarget(PcfFormat.CATENA_X_10, catenaX),
            new PcfTarget(PcfFormat.PACT_3, products),
            new OuranosTarget(products),
            new BatteryShell(batteries),
            new ProductShell(products),
            new AuditorsPack(
                products, footprints::tree, declarations, new ExchangeRecord(exchange))),
        AudienceViews.standard());
  }

  @Produces
  @Singleton
  RequestSignature requestSignature(
      Exports exports, ExportFiles files, AskedSignatures signed, Exchange exchange, Clock clock) {
    return new RequestSignature(
        exports,
        files,
        signed,
        new AskForSignature(exchange.partners(), exchange.threads(), exchange.post()),
        clock);
  }

  @Produces
  @Singleton
  OrderExport orderExport(Exports exports, ExportSubjects subjects, Clock clock) {
    return new OrderExport(exports, subjects, clock);
  }

  @Produces
  @Singleton
  ExportTables exportTables(
      Exports exports,
      ExportSubjects subjects,
      ExportFiles files,
      ExportInputs inputs,
      AwaitedProofs proofs) {
    return new ExportTables(exports, subjects, files, inputs, proofs);
  }

  @Produces
  @Singleton
  LetGoOn letGoOn(ExportTables tables) {
    return new LetGoOn(tables);
  }

  @Produces
  @Singleton
  SettleExport settleExport(ExportTables tables, RequestSignature signature, Clock clock) {
    return new SettleExport(tables, signature::withdraw, signature::standsAgain, clock);
  }

  @Produces
  @Singleton
  PreviewExport previewExport(ExportTables tables, Targets targets) {
    return new PreviewExport(tables, targets);
  }

  @Produces
  @Singleton
  RunExports runExports(
      ExportTables tables,
      Targets targets,
      RequestSignature signature,
      Exchange exchange,
      Tenancy tenancy,
      Transactions transactions,
      @ConfigProperty(name = "quarkus.application.version") String version,
      Clock clock) {
    Anchors anchors = new ExchangeAnchors(exchange);
    return new RunExports(
        tables,
        targets,
        Software.ofVersion(version),
        id -> anchors.of(id).isPresent(),
        signature::whenReady,
        signature::withdraw,
        tenancy::as,
        transactions,
        clock);
  }

  @Produces
  @Singleton
  OwnLoop exporting(RunExports exports) {
    return new OwnLoop("exports", exports::round, Duration.ofMillis(500));
  }
}
