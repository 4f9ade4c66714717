package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.jspecify.annotations.Nullable;

/** Installations for tests, put together process by process. */
public final class AnInstallation {
  public static final ReportingYear YEAR = new ReportingYear(2026);

  private final List<Purchase> purchases = new ArrayList<>();
  private final List<ProductionProcess> processes = new ArrayList<>();
  private Period period = Period.ofYear(2026);

  public static AnInstallation installation() {
    return new AnInstallation();
  }

  public AnInstallation in(Period during) {
    period = during;
    return this;
  }

  public AnInstallation buying(Purchase purchase) {
    purchases.add(purchase);
    return this;
  }

  public AnInstallation running(AProcess process) {
    processes.add(process.build());
    return this;
  }

  public InstallationYear build() {
    return new InstallationYear(
        new InstallationId("works-a"),
        YEAR,
        "Works A",
        new CountryCode("JP"),
        period,
        purchases,
        processes);
  }

  public static Purchase purchase(
      String id, String cn, String origin, String tonnes, @Nullable ActualValues actual) {
    return new Purchase(
        new PurchaseId(id),
        id,
        new CnCode(cn),
        new CountryCode(origin),
        Tonnes.of(tonnes),
        Tonnes.NONE,
        actual);
  }

  public static ActualValues verified(String direct, String indirect) {
    return actual(direct, indirect, Period.ofYear(2026), new VerifierReport("R-1", "V", "JAB"));
  }

  public static ActualValues unverified(String direct, String indirect) {
    return actual(direct, indirect, Period.ofYear(2026), null);
  }

  public static ActualValues actual(
      String direct, String indirect, Period period, @Nullable VerifierReport report) {
    return new ActualValues(
        SpecificEmbeddedEmissions.of(direct, indirect), "Plant X", period, Share.NONE, report);
  }

  /** Default values with one row of reduced iron. */
  public static DefaultValues defaultsOfReducedIron() {
    return DefaultValuesTable.read(
        "test",
        """
        country,cn,base,2026,2027,2028,indirect,route,source,as_of
        IN,7203,2.50,2.75,3.00,3.25,,D,made up,2026-01-01
        """);
  }

  /** A process under construction. */
  public static final class AProcess {
    private final String id;
    private final GoodsCategory good;
    private final @Nullable SteelRoute route;
    private final List<Output> outputs = new ArrayList<>();
    private final List<SourceStream> streams = new ArrayList<>();
    private final List<PrecursorUse> precursors = new ArrayList<>();
    private EnergyFlows flows = EnergyFlows.NONE;

    private AProcess(String id, GoodsCategory good, @Nullable SteelRoute route) {
      this.id = id;
      this.good = good;
      this.route = route;
    }

    public static AProcess process(String id, GoodsCategory good, @Nullable SteelRoute route) {
      return new AProcess(id, good, route);
    }

    public AProcess making(String cn, String tonnes) {
      return making(cn, tonnes, "0");
    }

    public AProcess making(String cn, String tonnes, String sold) {
      outputs.add(new Output(new CnCode(cn), Tonnes.of(tonnes), Tonnes.of(sold)));
      return this;
    }

    /** Attributed direct emissions as a single stream of so many tonnes of CO2. */
    public AProcess emitting(String tonnesCo2) {
      return with(
          new SourceStream.ProcessEmission(
              "everything",
              Activity.of(tonnesCo2, Activity.Unit.TONNE),
              EmissionFactor.of("1", EmissionFactor.Per.TONNE),
              Share.ALL));
    }

    public AProcess with(SourceStream stream) {
      streams.add(stream);
      return this;
    }

    public AProcess with(EnergyFlows exchanged) {
      flows = exchanged;
      return this;
    }

    public AProcess using(PrecursorUse use) {
      precursors.add(use);
      return this;
    }

    public AProcess usingProcess(String process, String tonnes) {
      return using(new PrecursorUse.FromProcess(new ProcessId(process), Tonnes.of(tonnes)));
    }

    public AProcess usingPurchase(String purchase, String tonnes) {
      return using(new PrecursorUse.FromPurchase(new PurchaseId(purchase), Tonnes.of(tonnes)));
    }

    private ProductionProcess build() {
      return new ProductionProcess(
          new ProcessId(id), id, good, route, outputs, streams, flows, precursors, Scrap.NONE);
    }
  }

  public static SourceStream carbon(
      String name, SourceStream.Direction direction, String tonnes, String content) {
    return new SourceStream.MassBalance(
        name, direction, Tonnes.of(tonnes), CarbonContent.of(new BigDecimal(content)), Share.NONE);
  }

  public static EnergyFlows consuming(String megawattHours, String factor) {
    return new EnergyFlows(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new EnergyFlows.Electricity(
                MegawattHours.of(megawattHours),
                EmissionFactor.of(factor, EmissionFactor.Per.MEGAWATT_HOUR),
                "grid")),
        List.of());
  }

  public static EnergyFlows exportingHeat(String terajoules, String factor) {
    return new EnergyFlows(
        List.of(),
        List.of(
            new EnergyFlows.Heat(
                Terajoules.of(terajoules),
                EmissionFactor.of(factor, EmissionFactor.Per.TERAJOULE))),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
