package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.http.Fields;

/**
 * A product carbon footprint for a customer: {@code pcf.json} of Catena-X or {@code
 * product-footprint.json} of PACT. What the request does not say and the format demands is found
 * when the facts are gathered, all of it at once.
 */
public final class PcfTarget implements Target<PcfOptions, PcfFacts> {
  private static final int RULEBOOK_YEARS = 3;

  private final PcfFormat format;
  private final ProductReader products;

  public PcfTarget(PcfFormat format, ProductReader products) {
    this.format = requireNonNull(format, "format");
    this.products = requireNonNull(products, "products");
  }

  @Override
  public TargetName name() {
    return format.target();
  }

  @Override
  public Shown shows() {
    return Shown.BOTH;
  }

  @Override
  public Class<PcfOptions> optionsType() {
    return PcfOptions.class;
  }

  @Override
  public PcfOptions options(Fields fields) {
    return new PcfOptionsReader(fields, format).read();
  }

  /** The PCF Rulebook averages over three years at most. */
  @Override
  public Optional<String> complaint(Optional<String> plant, Period period) {
    boolean fits = period.to().isBefore(period.from().plusYears(RULEBOOK_YEARS));
    return fits || !format.isCatenaX()
        ? Optional.empty()
        : Optional.of(format.target() + " takes a period of at most " + RULEBOOK_YEARS + " years");
  }

  @Override
  public Class<PcfFacts> facts() {
    return PcfFacts.class;
  }

  @Override
  public Gathered<PcfFacts> gather(Tenant tenant, Subject<PcfOptions> subject) {
    return GatherPcf.of(products.read(tenant, TraceId.of(subject.id()), subject), subject, format);
  }

  @Override
  public List<ExportFile> files(PcfFacts facts, Stamp stamp) {
    Issued issued = Issued.of(facts, format, stamp);
    ObjectNode document =
        format.isCatenaX()
            ? new CatenaXDocument(facts, format, issued).tree()
            : new PactDocument(facts, issued).tree();
    return List.of(new ExportFile(fileName(), "application/json", JsonDocument.write(document)));
  }

  @Override
  public List<String> faults(PcfFacts facts, List<ExportFile> files) {
    return PcfReadBack.faults(facts, format, fileName(), files);
  }

  private String fileName() {
    return format.isCatenaX() ? "pcf.json" : "product-footprint.json";
  }
}
