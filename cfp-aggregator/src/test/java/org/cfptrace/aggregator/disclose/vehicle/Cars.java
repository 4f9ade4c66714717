package org.cfptrace.aggregator.disclose.vehicle;

import static org.cfptrace.aggregator.query.Trees.company;
import static org.cfptrace.aggregator.query.Trees.fossil;
import static org.cfptrace.aggregator.query.Trees.line;
import static org.cfptrace.aggregator.query.Trees.measured;
import static org.cfptrace.aggregator.query.Trees.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cfptrace.aggregator.disclose.CompanyFacts;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.FactorReference;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.aggregator.vehicle.VehicleModel;
import org.cfptrace.aggregator.vehicle.VehicleModels;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;

/** The vehicles of the tests. */
final class Cars {
  static final Stamp STAMP =
      new Stamp("export-1", Trees.AS_OF, List.of(), Optional.empty(), Optional.empty());
  static final VehicleOptions OWNER =
      new VehicleOptions(List.of(), Audience.OWNER, Optional.of("小型電気自動車"));
  static final VehicleOptions CUSTOMER =
      new VehicleOptions(List.of(), Audience.CUSTOMER, Optional.empty());

  private Cars() {}

  static LineSupply from(String supplier, String part) {
    return LineSupply.procured(LineSource.only(company(supplier), product(part)));
  }

  /** 3 kg of cells, 5 of the pack, 10 of the car: 18 kg in all. */
  static VehicleFootprint small() {
    Tree tree =
        new Trees()
            .declared("cells", "Cell", fossil(Stage.PRE, "3"))
            .made(
                "Pack",
                Optional.of(measured(fossil(Stage.MAIN, "5"))),
                Optional.empty(),
                line("cells", "Cell", "1", from("cells", "Cell")))
            .made(
                "Car",
                Optional.of(measured(fossil(Stage.MAIN, "10"))),
                Optional.empty(),
                line("pack", "Pack", "1", new LineSupply.Own(product("Pack"))))
            .tree("Car", Set.of());
    return new VehicleFootprint(model("9", "200000"), tree);
  }

  /**
   * With everything: an assembly twice in two places, steel that is lost in part, wood that has
   * taken up carbon, an option, glass nobody answers for, inbound transport.
   */
  static VehicleFootprint large(String... options) {
    Emissions wood =
        fossil(Stage.PRE, "1")
            .and(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of("0.5"))
            .and(Stage.PRE, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-0.75"));
    Trees trees =
        new Trees()
            .declared("cells", "Cell", fossil(Stage.PRE, "3"))
            .declared("wood", "=Trim 木材", wood)
            .declared("roofs", "Roof", fossil(Stage.MAIN, "4"))
            .made(
                "Pack",
                Optional.of(measured(fossil(Stage.MAIN, "5"))),
                Optional.empty(),
                line("cells", "Cell", "96", from("cells", "Cell")),
                steel("frame", "0.9"))
            .made(
                "Car",
                Optional.of(measured(fossil(Stage.MAIN, "10"))),
                Optional.of(measured(fossil(Stage.MAIN, "0.25"))),
                line("pack", "Pack", "2", new LineSupply.Own(product("Pack"))),
                line("trim", "=Trim 木材", "3", from("wood", "=Trim 木材")),
                steel("body", "0.7"),
                line("glass", "Glass", "4", from("glass", "Glass")),
                option("PANORAMA", line("roof", "Roof", "1", from("roofs", "Roof"))));
    return new VehicleFootprint(model("1650", "200000"), trees.tree("Car", Set.of(options)));
  }

  /** Twelve bought parts of 1 to 12 kilograms, and 22 of the car's own: 100 kg in all. */
  static VehicleFootprint ofTwelveParts() {
    Trees trees = new Trees();
    StructureLine[] lines = new StructureLine[12];
    for (int i = 1; i <= lines.length; i++) {
      String part = "Part " + i;
      trees.declared("supplier" + i, part, fossil(Stage.PRE, Integer.toString(i)));
      lines[i - 1] = line("line" + i, part, "1", from("supplier" + i, part));
    }
    trees.made("Car", Optional.of(measured(fossil(Stage.MAIN, "22"))), Optional.empty(), lines);
    return new VehicleFootprint(model("9", "200000"), trees.tree("Car", Set.of()));
  }

  /** So many bought parts of which nobody has said anything, in five assemblies. */
  static VehicleFootprint ofParts(int count) {
    Trees trees = new Trees();
    StructureLine[] assemblies = new StructureLine[5];
    for (int i = 0; i < assemblies.length; i++) {
      String name = "Assembly " + i;
      int parts = count / assemblies.length + (i < count % assemblies.length ? 1 : 0);
      StructureLine[] lines = new StructureLine[parts];
      for (int part = 0; part < parts; part++) {
        lines[part] = line("line" + part, "Part", "1", from("suppliers", name + part));
      }
      trees.made(name, Optional.empty(), Optional.empty(), lines);
      assemblies[i] = line("assembly" + i, name, "1", new LineSupply.Own(product(name)));
    }
    trees.made(
        "Car", Optional.of(measured(fossil(Stage.MAIN, "10"))), Optional.empty(), assemblies);
    return new VehicleFootprint(model("9", "200000"), trees.tree("Car", Set.of()));
  }

  /** Nobody has said anything. */
  static VehicleFootprint unknown() {
    Tree tree =
        new Trees()
            .made(
                "Car",
                Optional.empty(),
                Optional.empty(),
                line("pack", "Pack", "1", from("packs", "Pack")))
            .tree("Car", Set.of());
    return new VehicleFootprint(model("9", "200000"), tree);
  }

  /** No parts and no ratings. */
  static VehicleFootprint bare() {
    Tree tree =
        new Trees()
            .made(
                "Car",
                Optional.of(OwnEmissions.primary(fossil(Stage.MAIN, "10"))),
                Optional.empty())
            .tree("Car", Set.of());
    return new VehicleFootprint(model("9", "200000"), tree);
  }

  private static StructureLine steel(String id, String yield) {
    Estimate estimate =
        new Estimate(
            LineOrigin.SECONDARY,
            DeclaredUnit.KILOGRAM,
            fossil(Stage.PRE, "2.1"),
            null,
            "examples 1 STEEL");
    return new StructureLine(
        new BillOfMaterialsLine(
            new LineId(id),
            "Sheet " + id,
            Quantity.of("10", DeclaredUnit.KILOGRAM),
            Yield.of(yield),
            null,
            new LineSupply.Terminal(estimate),
            null),
        Optional.empty(),
        Optional.of(new FactorReference("examples", "1", "STEEL")),
        Optional.empty());
  }

  private static StructureLine option(String code, StructureLine line) {
    return new StructureLine(line.line(), Optional.of(code), line.factor(), line.role());
  }

  private static VehicleModel model(String mass, String kilometres) {
    return new VehicleModel(
        product("Car"),
        new BigDecimal(mass),
        new BigDecimal(kilometres),
        Set.of("pack"),
        new VehicleModel.Later(
            Optional.empty(), Optional.of(KgCo2e.of("1000")), Optional.of(KgCo2e.of("-2"))));
  }

  /** What the reader of products says of the same vehicle. */
  static ProductFacts read(VehicleFootprint vehicle) {
    TraceId product = vehicle.tree().root().traceId();
    return new ProductFacts(
        new CompanyFacts(Trees.MAKER.did(), "下流自動車 K.K.", "JP", Optional.empty(), Optional.empty()),
        product,
        "Kei 軽 EV",
        "VEHICLE",
        DeclaredUnit.PIECE,
        Optional.of(MassPerUnit.of("9")),
        Optional.of("BPNA000000000001"),
        Trees.YEAR,
        StageProfile.OURANOS,
        vehicle.footprint().product().basis(),
        vehicle.footprint().own(),
        DeclaredEmissions.of(vehicle.footprint().total()).cells(),
        vehicle.footprint().isComplete(),
        vehicle.footprint().estimatedShare(),
        Optional.ofNullable(vehicle.footprint().quality().primaryDataShare()),
        Optional.ofNullable(vehicle.footprint().quality().rating()),
        List.of());
  }

  static VehicleFacts facts(VehicleFootprint vehicle, VehicleOptions options) {
    return FactsOf.vehicle(vehicle, read(vehicle), options);
  }

  /** The target, over one vehicle. */
  static VehiclePartList target(Supplier<VehicleFootprint> vehicle) {
    return new VehiclePartList(
        (tenant, product, subject, options) ->
            new Gathered<>(
                read(vehicle.get()),
                Evidence.NONE,
                List.of(),
                List.of(Finding.of(Finding.Code.NOT_ANCHORED, "of every product"))),
        new VehicleModels() {
          @Override
          public Optional<VehicleModel> find(Tenant tenant, TraceId product) {
            return product.equals(Trees.product("Car"))
                ? Optional.of(vehicle.get().model())
                : Optional.empty();
          }

          @Override
          public void keep(Tenant tenant, VehicleModel model) {
            throw new UnsupportedOperationException("an export writes nothing");
          }
        },
        (tenant, product, question) -> vehicle.get().tree());
  }

  /** A stamp with as many findings of parts. */
  static Stamp stamp(int missing) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < missing; i++) {
      findings.add(
          new Finding(
              Finding.Code.MISSING_UPSTREAM,
              "Car/Secret part " + i,
              "supplier did:web:secret has not answered"));
    }
    return new Stamp(
        "export-1",
        Trees.AS_OF,
        findings,
        Optional.of(new Stamp.Overridden("the customer waits", "Sato")),
        Optional.of("export-0"));
  }
}
