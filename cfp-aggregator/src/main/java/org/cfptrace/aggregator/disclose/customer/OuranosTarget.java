package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.http.Fields;

/**
 * A part for Ouranos: the four records that its PUT cfp takes, the two tables its users know, and a
 * note with what these have no place for.
 */
public final class OuranosTarget implements Target<OuranosOptions, OuranosFacts> {
  static final List<String> FILES =
      List.of("ouranos-cfp.json", "ouranos-summary.csv", "ouranos-rows.csv", "ouranos-note.txt");

  private final ProductReader products;

  public OuranosTarget(ProductReader products) {
    this.products = requireNonNull(products, "products");
  }

  @Override
  public TargetName name() {
    return TargetName.OURANOS;
  }

  @Override
  public Shown shows() {
    return Shown.EXCL_BIOGENIC_UPTAKE;
  }

  @Override
  public Class<OuranosOptions> optionsType() {
    return OuranosOptions.class;
  }

  @Override
  public OuranosOptions options(Fields fields) {
    return OuranosOptions.read(fields);
  }

  @Override
  public Class<OuranosFacts> facts() {
    return OuranosFacts.class;
  }

  @Override
  public Gathered<OuranosFacts> gather(Tenant tenant, Subject<OuranosOptions> subject) {
    return GatherOuranos.of(
        products.read(tenant, TraceId.of(subject.id()), subject), subject.options());
  }

  @Override
  public List<ExportFile> files(OuranosFacts facts, Stamp stamp) {
    return List.of(
        new ExportFile(FILES.get(0), "application/json", OuranosFiles.records(facts)),
        new ExportFile(FILES.get(1), "text/csv; charset=utf-8", OuranosFiles.summary(facts)),
        new ExportFile(FILES.get(2), "text/csv; charset=utf-8", OuranosFiles.rows(facts)),
        new ExportFile(FILES.get(3), "text/plain; charset=utf-8", OuranosFiles.note(facts, stamp)));
  }

  @Override
  public List<String> faults(OuranosFacts facts, List<ExportFile> files) {
    return OuranosReadBack.faults(facts, files);
  }
}
