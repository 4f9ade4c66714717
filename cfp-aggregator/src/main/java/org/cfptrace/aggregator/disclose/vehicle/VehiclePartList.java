package org.cfptrace.aggregator.disclose.vehicle;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.ProductTrees;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.aggregator.vehicle.VehicleModel;
import org.cfptrace.aggregator.vehicle.VehicleModels;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.paper.Csv;
import org.cfptrace.paper.Xlsx;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Fields;

/**
 * A vehicle, cradle to gate: {@code summary.csv}, {@code vehicle.xlsx}, {@code vehicle.pdf} and,
 * for the owner alone, {@code part-list.csv}. Kilograms of CO2e without biogenic uptake.
 */
public final class VehiclePartList implements Target<VehicleOptions, VehicleFacts> {
  static final String PARTS = "part-list.csv";
  static final String SUMMARY = "summary.csv";
  static final String WORKBOOK = "vehicle.xlsx";
  static final String PAGE = "vehicle.pdf";

  private final ProductReader products;
  private final VehicleModels models;
  private final ProductTrees trees;

  public VehiclePartList(ProductReader products, VehicleModels models, ProductTrees trees) {
    this.products = requireNonNull(products, "products");
    this.models = requireNonNull(models, "models");
    this.trees = requireNonNull(trees, "trees");
  }

  @Override
  public TargetName name() {
    return TargetName.VEHICLE_PART_LIST;
  }

  @Override
  public Shown shows() {
    return Shown.EXCL_BIOGENIC_UPTAKE;
  }

  @Override
  public Class<VehicleOptions> optionsType() {
    return VehicleOptions.class;
  }

  @Override
  public VehicleOptions options(Fields fields) {
    return VehicleOptions.read(fields);
  }

  @Override
  public Class<VehicleFacts> facts() {
    return VehicleFacts.class;
  }

  @Override
  public Gathered<VehicleFacts> gather(Tenant tenant, Subject<VehicleOptions> subject) {
    TraceId product = TraceId.of(subject.id());
    VehicleModel model =
        models.find(tenant, product).orElseThrow(() -> Refused.notFound("vehicle", product));
    Gathered<ProductFacts> read =
        products.read(tenant, product, subject, subject.options().built());
    VehicleFootprint vehicle =
        new VehicleFootprint(
            model,
            trees.tree(
                tenant,
                product,
                new Footprints.Question(
                    Optional.of(subject.period().to()),
                    Optional.of(subject.asOf()),
                    subject.options().built())));
    VehicleFacts facts = FactsOf.vehicle(vehicle, read.facts(), subject.options());
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(FactsOf.findings(vehicle, facts));
    return new Gathered<>(facts, evidence(product, read.evidence()), results(facts), findings);
  }

  private static Evidence evidence(TraceId product, Evidence read) {
    List<String> versions = new ArrayList<>(read.structureVersions());
    versions.add(SourceVersion.vehicle(product));
    return new Evidence(read.inputs(), read.factorSets(), versions, read.method());
  }

  private static List<Named> results(VehicleFacts facts) {
    List<Named> results = new ArrayList<>();
    results.add(new Named("complete", Boolean.toString(facts.complete())));
    if (facts.known()) {
      results.add(new Named("kgCo2ePerVehicleExclBiogenicUptake", facts.total().text()));
      results.add(
          new Named("kgCo2ePerVehicleInclBiogenicUptake", facts.inclBiogenicUptake().text()));
      results.add(new Named("kgCo2ePerKilogram", Show.fraction(facts.perKilogram())));
      results.add(new Named("kgCo2ePerKilometre", Show.fraction(facts.perKilometre())));
    }
    return results;
  }

  @Override
  public org.cfptrace.declaration.Audience audience(VehicleFacts facts) {
    return switch (facts.audience()) {
      case OWNER -> org.cfptrace.declaration.Audience.SELF;
      case CUSTOMER -> org.cfptrace.declaration.Audience.NEXT_TIER;
      case REGULATOR -> org.cfptrace.declaration.Audience.REGULATOR;
    };
  }

  @Override
  public Set<org.cfptrace.declaration.Audience> audiences() {
    return EnumSet.of(
        org.cfptrace.declaration.Audience.SELF,
        org.cfptrace.declaration.Audience.NEXT_TIER,
        org.cfptrace.declaration.Audience.REGULATOR);
  }

  /** Others than the owner are told of no part. */
  @Override
  public Set<ClaimName> disclosed(org.cfptrace.declaration.Audience audience) {
    Set<ClaimName> disclosed = EnumSet.copyOf(name().disclosed());
    if (audience != org.cfptrace.declaration.Audience.SELF) {
      disclosed.remove(ClaimName.INPUTS);
    }
    return disclosed;
  }

  @Override
  public List<ExportFile> files(VehicleFacts facts, Stamp stamp) {
    List<ExportFile> files = new ArrayList<>();
    facts
        .inside()
        .ifPresent(
            inside ->
                files.add(
                    new ExportFile(
                        PARTS,
                        "text/csv",
                        Csv.write(
                            PartColumns.HEAD,
                            inside.rows().stream().map(PartColumns::texts).toList()))));
    files.add(
        new ExportFile(
            SUMMARY,
            "text/csv",
            Csv.write(Summary.HEAD, Summary.of(facts).stream().map(Summary.Row::texts).toList())));
    files.add(
        new ExportFile(
            WORKBOOK,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Xlsx.write(VehicleWorkbook.of(facts, stamp), stamp.asOf())));
    files.add(new ExportFile(PAGE, "application/pdf", VehiclePage.write(facts, stamp)));
    return files;
  }

  @Override
  public List<String> faults(VehicleFacts facts, List<ExportFile> files) {
    return new VehicleFaults(facts, files).all();
  }
}
