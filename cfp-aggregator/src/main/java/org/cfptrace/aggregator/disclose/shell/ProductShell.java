package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.http.Fields;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** The carbon footprint of any product as a submodel of IDTA 02023 1.0. */
public final class ProductShell implements Target<ProductShellOptions, ProductShellFacts> {
  static final String PUBLICATION_DATE = "PublicationDate";
  static final String EXPIRATION_DATE = "ExpirationDate";
  private static final String DESCRIPTION =
      "Carbon footprint of the product without biogenic uptake, per one declared unit.";

  private final ProductReader products;

  public ProductShell(ProductReader products) {
    this.products = requireNonNull(products, "products");
  }

  @Override
  public TargetName name() {
    return TargetName.IDTA_02023;
  }

  @Override
  public Shown shows() {
    return Shown.EXCL_BIOGENIC_UPTAKE;
  }

  @Override
  public Class<ProductShellOptions> optionsType() {
    return ProductShellOptions.class;
  }

  @Override
  public ProductShellOptions options(Fields fields) {
    return ProductShellOptions.read(fields);
  }

  @Override
  public Class<ProductShellFacts> facts() {
    return ProductShellFacts.class;
  }

  @Override
  public Gathered<ProductShellFacts> gather(Tenant tenant, Subject<ProductShellOptions> subject) {
    Gathered<ProductFacts> known = products.read(tenant, TraceId.of(subject.id()), subject);
    ProductFacts product = known.facts();
    List<Finding> findings = new ArrayList<>(known.findings());
    findings.addAll(findings(product));
    return new Gathered<>(
        facts(product, subject.options()),
        known.evidence(),
        List.of(
            new Named(
                "PcfCO2eq kgCO2e/" + product.unit().text() + " exclBiogenicUptake",
                product.exclBiogenicUptake().text()),
            new Named(
                "kgCO2e/" + product.unit().text() + " inclBiogenicUptake",
                product.inclBiogenicUptake().text())),
        findings);
  }

  private static ProductShellFacts facts(ProductFacts product, ProductShellOptions options) {
    boolean toGrave = reachesGrave(product) && product.profile().has(Stage.END_OF_LIFE);
    return new ProductShellFacts(
        product.traceId(),
        product.name(),
        product.unit(),
        product.period(),
        product.exclBiogenicUptake(),
        product.inclBiogenicUptake(),
        product.complete(),
        toGrave
            || product.total().stages().contains(Stage.TRANSPORT)
            || product.total().stages().contains(Stage.DISTRIBUTION),
        toGrave,
        options);
  }

  private static List<Finding> findings(ProductFacts product) {
    List<Finding> findings = new ArrayList<>();
    if (ImpactUnit.of(product.unit()).isEmpty()) {
      findings.add(
          Finding.of(
              Finding.Code.UNIT_MISMATCH,
              "IDTA 02023 has no unit for a footprint per one " + product.unit()));
    }
    if (reachesGrave(product) && product.profile() != StageProfile.EU_BATTERY) {
      findings.add(
          Finding.of(
              Finding.Code.BOUNDARY_MIX,
              "expected cradle to gate, seen "
                  + product.basis().boundary()
                  + ": the stages of "
                  + product.profile()
                  + " do not say which phases after the gate are in it"));
    }
    return findings;
  }

  private static boolean reachesGrave(ProductFacts product) {
    return product.basis().boundary() == SystemBoundary.CRADLE_TO_GRAVE;
  }

  @Override
  public List<ExportFile> files(ProductShellFacts facts, Stamp stamp) {
    String assetId = facts.stated().assetId().orElseGet(() -> facts.product().toString());
    Submodel submodel =
        FootprintSubmodel.of(
            ShellEnvironment.urn(
                FootprintSubmodel.ID_SHORT, assetId, facts.period().toString(), stamp.exportId()),
            DESCRIPTION,
            List.of(FootprintSubmodel.entry(facts.entry(), more(facts, stamp))),
            Statement.of(
                stamp,
                List.of(
                    new Statement.Named("period", facts.period().toString()),
                    new Statement.Named("inclBiogenicUptake", facts.inclBiogenicUptake().text()),
                    new Statement.Named("complete", String.valueOf(facts.complete())))));
    return ShellFiles.of(ShellEnvironment.of(assetId, facts.name(), submodel), stamp.asOf());
  }

  @Override
  public List<String> faults(ProductShellFacts facts, List<ExportFile> files) {
    return SubmodelFaults.of(files, List.of(facts.entry()), Rule.PRODUCT);
  }

  private static List<SubmodelElement> more(ProductShellFacts facts, Stamp stamp) {
    List<SubmodelElement> more = new ArrayList<>();
    facts.stated().handoverAddress().ifPresent(address -> more.add(address.element()));
    more.add(
        Elements.property(
            PUBLICATION_DATE,
            Semantics.PUBLICATION_DATE,
            DataTypeDefXsd.DATE_TIME,
            stamp.asOf().toString()));
    facts
        .stated()
        .expirationDate()
        .ifPresent(
            day ->
                more.add(
                    Elements.property(
                        EXPIRATION_DATE,
                        Semantics.EXPIRATION_DATE,
                        DataTypeDefXsd.DATE_TIME,
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString())));
    return more;
  }
}
