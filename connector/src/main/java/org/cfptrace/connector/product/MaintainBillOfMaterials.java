package org.cfptrace.connector.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.UnitConversion;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
import org.jspecify.annotations.Nullable;

/** Writes what goes into a product, and links a part to the partner's product it comes from. */
public final class MaintainBillOfMaterials {
  private final Products products;
  private final BillsOfMaterials billsOfMaterials;
  private final Footprints footprints;
  private final ReceivedFigures receivedFigures;
  private final WhenChanged whenChanged;

  /** Works on these products. */
  public MaintainBillOfMaterials(
      Products products,
      BillsOfMaterials billsOfMaterials,
      Footprints footprints,
      ReceivedFigures receivedFigures,
      WhenChanged whenChanged) {
    this.products = products;
    this.billsOfMaterials = billsOfMaterials;
    this.footprints = footprints;
    this.receivedFigures = receivedFigures;
    this.whenChanged = whenChanged;
  }

  /** The bill of materials of a product that is there. */
  public Versioned<BillOfMaterials> of(TraceId product) {
    there(product);
    return billsOfMaterials.of(product);
  }

  /** Replaces the bill of materials. All lines are checked before the first refusal. */
  public Versioned<BillOfMaterials> replace(
      TraceId product, BillOfMaterials billOfMaterials, ExpectedVersion expected) {
    there(product);
    billsOfMaterials.lockStructure();
    billsOfMaterials.of(product).refuseUnless(expected);
    var figures =
        receivedFigures.findAll(
            billOfMaterials.sources().map(LineSource::supplier).collect(Collectors.toSet()),
            footprints.usualPeriod(product));
    var errors = new FieldErrors();
    for (int i = 0; i < billOfMaterials.lines().size(); i++) {
      check(billOfMaterials.lines().get(i), figures, "lines[" + i + "]", errors);
    }
    errors.refuseIfAny();
    refuseCircles(product, billOfMaterials);
    Versioned<BillOfMaterials> replaced =
        billsOfMaterials.replace(product, billOfMaterials, expected);
    whenChanged.changed(product);
    return replaced;
  }

  /**
   * Links a line to a partner's product: a person says that this part is that product. Adding a
   * source takes nothing away, so the version need not be named. Where the partner has declared the
   * product already, its unit must fit.
   */
  public Versioned<BillOfMaterials> link(
      TraceId product, LineId lineId, LineSource source, Optional<ExpectedVersion> expected) {
    var present = of(product);
    expected.ifPresent(present::refuseUnless);
    BillOfMaterialsLine line =
        present.value().line(lineId).orElseThrow(() -> Refused.notFound("line", lineId));
    List<LineSource> sources =
        line.supply()
            .fold(
                LineSupply.Procured::sources,
                terminal -> refuseToLink("a terminal part"),
                own -> refuseToLink("an own product"));
    var errors = new FieldErrors();
    checkNotOwn(source, "supplierTraceId", errors);
    errors.refuseIfAny();
    refuseUnitMismatch(product, line, source);
    Versioned<BillOfMaterials> replaced =
        billsOfMaterials.replaceLine(
            product, linked(line, sources, source), new ExpectedVersion(present.version()));
    whenChanged.changed(product);
    return replaced;
  }

  /**
   * Links a line to a product its supplier has named, where the line is there, takes sources and
   * has room for this share.
   *
   * @return whether it was linked
   */
  public boolean linkIfPossible(TraceId product, LineId lineId, LineSource source) {
    if (products.find(product).isEmpty() || products.find(source.supplierProduct()).isPresent()) {
      return false;
    }
    var present = billsOfMaterials.of(product);
    Optional<BillOfMaterialsLine> line = present.value().line(lineId);
    Optional<BillOfMaterialsLine> linked = line.flatMap(found -> linkedIfPossible(found, source));
    linked.ifPresent(
        changed ->
            billsOfMaterials.replaceLine(product, changed, new ExpectedVersion(present.version())));
    return linked.isPresent();
  }

  private static Optional<BillOfMaterialsLine> linkedIfPossible(
      BillOfMaterialsLine line, LineSource source) {
    boolean takesSources = line.supply().fold(procured -> true, terminal -> false, own -> false);
    try {
      return takesSources
          ? Optional.of(linked(line, BillOfMaterials.sources(line), source))
          : Optional.empty();
    } catch (Refused noRoom) {
      return Optional.empty();
    }
  }

  /**
   * Takes a source out of a line.
   *
   * @return whether it was still there
   */
  public boolean unlink(TraceId product, LineId lineId, LineSource source) {
    var present = billsOfMaterials.of(product);
    Optional<BillOfMaterialsLine> linked =
        present.value().line(lineId).filter(line -> BillOfMaterials.sources(line).contains(source));
    linked.ifPresent(
        line -> {
          List<LineSource> rest = new ArrayList<>(BillOfMaterials.sources(line));
          rest.remove(source);
          billsOfMaterials.replaceLine(
              product, with(line, rest), new ExpectedVersion(present.version()));
        });
    return linked.isPresent();
  }

  private static BillOfMaterialsLine with(BillOfMaterialsLine line, List<LineSource> sources) {
    return new BillOfMaterialsLine(
        line.lineId(),
        line.partName(),
        line.netAmount(),
        line.yield(),
        line.massPerUnit(),
        new LineSupply.Procured(sources),
        line.proxy());
  }

  private static List<LineSource> refuseToLink(String what) {
    throw new Refused(
        ProblemCode.NOT_ALLOWED_NOW, "the line is " + what + ": only procured parts have sources");
  }

  /**
   * The same product is not linked twice for the same days: the later word replaces the earlier.
   */
  private static BillOfMaterialsLine linked(
      BillOfMaterialsLine line, List<LineSource> present, LineSource source) {
    List<LineSource> sources = new ArrayList<>(present);
    sources.removeIf(other -> other.supplier().equals(source.supplier()) && overlap(other, source));
    sources.add(source);
    try {
      return with(line, sources);
    } catch (IllegalArgumentException tooMuch) {
      var message = String.valueOf(tooMuch.getMessage());
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "the sources would cover more than the whole",
          "share",
          "SHARES_ABOVE_ONE",
          message);
    }
  }

  private static boolean overlap(LineSource one, LineSource other) {
    return !endsBefore(one, other) && !endsBefore(other, one);
  }

  private static boolean endsBefore(LineSource one, LineSource other) {
    return one.to() != null && other.from() != null && one.to().isBefore(other.from());
  }

  private Product there(TraceId product) {
    return products
        .find(product)
        .map(Versioned::value)
        .orElseThrow(() -> Refused.notFound("product", product));
  }

  private void check(
      BillOfMaterialsLine line,
      Map<SupplierProduct, SourceFigure> figures,
      String path,
      FieldErrors errors) {
    BillOfMaterials.ownProduct(line).ifPresent(part -> checkOwn(line, part, path, errors));
    List<LineSource> sources = BillOfMaterials.sources(line);
    for (int i = 0; i < sources.size(); i++) {
      String field = path + ".sources[" + i + "].supplierTraceId";
      checkNotOwn(sources.get(i), field, errors);
      Optional.ofNullable(figures.get(sources.get(i).supplier()))
          .flatMap(figure -> unitMismatch(line, figure))
          .ifPresent(mismatch -> errors.add(field, "UNIT_MISMATCH", mismatch));
    }
  }

  private void checkOwn(BillOfMaterialsLine line, TraceId part, String path, FieldErrors errors) {
    Optional<Product> product = products.find(part).map(Versioned::value);
    if (product.isEmpty()) {
      errors.add(path + ".ownTraceId", "UNKNOWN", "no product " + part + " of this company");
      return;
    }
    DeclaredUnit unit = product.get().unit();
    if (!converts(line, unit, product.get().massPerUnit().orElse(null))) {
      errors.add(
          path + ".unit",
          "UNIT_MISMATCH",
          mismatch(line, "the product " + product.get().name(), unit));
    }
  }

  /** Bought from a partner and made here at once would count the part twice. */
  private void checkNotOwn(LineSource source, String field, FieldErrors errors) {
    if (products.find(source.supplierProduct()).isPresent()) {
      errors.add(
          field,
          "DOUBLE_COUNT",
          "this is a product of this company: use a line of kind OWN, not a partner's");
    }
  }

  private void refuseUnitMismatch(TraceId product, BillOfMaterialsLine line, LineSource source) {
    unitMismatch(
            line,
            receivedFigures.find(
                source.partner(), source.supplierProduct(), footprints.usualPeriod(product)))
        .ifPresent(
            mismatch -> {
              throw Refused.field(
                  ProblemCode.UNIT_MISMATCH,
                  mismatch,
                  "supplierTraceId",
                  "UNIT_MISMATCH",
                  mismatch);
            });
  }

  /** Why a line cannot use what the partner has declared, where that is known already. */
  private static Optional<String> unitMismatch(BillOfMaterialsLine line, SourceFigure figure) {
    return figure
        .fold(Optional::of, missing -> Optional.ofNullable(missing.lastKnown()))
        .filter(known -> !converts(line, known.unit(), known.massPerUnit()))
        .map(known -> mismatch(line, "the partner's product", known.unit()));
  }

  private static boolean converts(
      BillOfMaterialsLine line, DeclaredUnit unit, @Nullable MassPerUnit mass) {
    MassPerUnit known = mass == null ? line.massPerUnit() : mass;
    return UnitConversion.factor(line.netAmount().unit(), unit, known).isPresent();
  }

  private static String mismatch(BillOfMaterialsLine line, String what, DeclaredUnit unit) {
    return "the line is in "
        + line.netAmount().unit()
        + ", "
        + what
        + " in "
        + unit
        + ", and no mass per piece leads from one to the other";
  }

  private void refuseCircles(TraceId product, BillOfMaterials billOfMaterials) {
    var circles = new Circles(part -> billsOfMaterials.of(part).value().ownProducts());
    List<FieldError> found = new ArrayList<>();
    for (int i = 0; i < billOfMaterials.lines().size(); i++) {
      var path = "lines[" + i + "].ownTraceId";
      BillOfMaterials.ownProduct(billOfMaterials.lines().get(i))
          .flatMap(part -> circles.wayBack(product, part))
          .ifPresent(way -> found.add(new FieldError(path, "CYCLE", words(product, way))));
    }
    if (!found.isEmpty()) {
      throw new Refused(ProblemCode.BILL_OF_MATERIALS_CYCLE, found.get(0).message(), found);
    }
  }

  private String words(TraceId product, List<TraceId> way) {
    return Stream.concat(Stream.of(product), way.stream())
        .map(this::named)
        .collect(Collectors.joining(" → "));
  }

  private String named(TraceId product) {
    return products.find(product).map(known -> known.value().name() + " ").orElse("")
        + "("
        + product
        + ")";
  }
}
