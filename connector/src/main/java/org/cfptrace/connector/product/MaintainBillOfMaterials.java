package org.cfptrace.connector.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.connector.answer.ExpectedVersion;
import org.cfptrace.connector.answer.FieldError;
import org.cfptrace.connector.answer.FieldErrors;
import org.cfptrace.connector.answer.ProblemCode;
import org.cfptrace.connector.answer.Refused;
import org.cfptrace.connector.answer.Versioned;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.UnitConversion;

/** Writes what goes into a product, and links a part to the partner's product it comes from. */
public final class MaintainBillOfMaterials {
  private final Products products;
  private final BillsOfMaterials billsOfMaterials;

  /** Works on these products. */
  public MaintainBillOfMaterials(Products products, BillsOfMaterials billsOfMaterials) {
    this.products = products;
    this.billsOfMaterials = billsOfMaterials;
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
    var errors = new FieldErrors();
    for (int i = 0; i < billOfMaterials.lines().size(); i++) {
      check(billOfMaterials.lines().get(i), "lines[" + i + "]", errors);
    }
    errors.refuseIfAny();
    refuseCircles(product, billOfMaterials);
    return billsOfMaterials.replace(product, billOfMaterials, expected);
  }

  /**
   * Links a line to a partner's product: a person says that this part is that product. Adding a
   * source takes nothing away, so the version need not be named.
   */
  public Versioned<BillOfMaterials> link(
      TraceId product, String lineId, Source source, Optional<ExpectedVersion> expected) {
    var present = of(product);
    expected.ifPresent(present::refuseUnless);
    Line line = present.value().line(lineId).orElseThrow(() -> Refused.notFound("line", lineId));
    Line linked =
        line.content()
            .fold(
                procured -> line.with(new Line.Procured(linked(procured, source))),
                own -> refuseToLink("an own product"),
                terminal -> refuseToLink("a terminal part"));
    return billsOfMaterials.replaceLine(product, linked, new ExpectedVersion(present.version()));
  }

  private static List<Source> linked(Line.Procured procured, Source source) {
    List<Source> sources = new ArrayList<>(procured.sources());
    sources.removeIf(other -> other.isSameProductAs(source) && other.overlaps(source));
    sources.add(source);
    var errors = new FieldErrors();
    checkShares(sources, "share", errors);
    errors.refuseIfAny();
    return sources;
  }

  private static Line refuseToLink(String what) {
    throw new Refused(
        ProblemCode.NOT_ALLOWED_NOW, "the line is " + what + ": only procured parts have sources");
  }

  private Product there(TraceId product) {
    return products
        .find(product)
        .map(Versioned::value)
        .orElseThrow(() -> Refused.notFound("product", product));
  }

  private void check(Line line, String path, FieldErrors errors) {
    if (line.netAmount().amount().signum() == 0) {
      errors.add(path + ".amount", "NOT_POSITIVE", "expected more than 0, seen 0");
    }
    line.content()
        .fold(
            procured -> {
              checkShares(procured.sources(), path + ".sources", errors);
              return line;
            },
            own -> {
              checkOwn(line, own.product(), path, errors);
              return line;
            },
            terminal -> line);
  }

  private void checkOwn(Line line, TraceId part, String path, FieldErrors errors) {
    Optional<Product> product = products.find(part).map(Versioned::value);
    if (product.isEmpty()) {
      errors.add(path + ".ownTraceId", "UNKNOWN", "no product " + part + " of this company");
      return;
    }
    refuseUnitMismatch(line.netAmount(), line, product.get(), path, errors);
  }

  private static void refuseUnitMismatch(
      Quantity amount, Line line, Product part, String path, FieldErrors errors) {
    var mass = part.massPerUnit().or(line::massPerUnit).orElse(null);
    if (UnitConversion.factor(amount.unit(), part.unit(), mass).isEmpty()) {
      errors.add(
          path + ".unit",
          "UNIT_MISMATCH",
          "the line is in "
              + amount.unit()
              + ", the product "
              + part.name()
              + " in "
              + part.unit()
              + ", and no mass per piece leads from one to the other");
    }
  }

  /**
   * On no day may sources that deliver together cover more than the whole; the sum can only rise
   * where one begins.
   */
  private static void checkShares(List<Source> sources, String path, FieldErrors errors) {
    Stream<LocalDate> begins =
        Stream.concat(
            Stream.of(LocalDate.MIN), sources.stream().flatMap(source -> source.from().stream()));
    begins
        .distinct()
        .sorted()
        .filter(day -> covered(sources, day).compareTo(BigDecimal.ONE) > 0)
        .findFirst()
        .ifPresent(
            day ->
                errors.add(
                    path,
                    "SHARES_ABOVE_ONE",
                    "the shares "
                        + (day.equals(LocalDate.MIN) ? "from the beginning" : "on " + day)
                        + " add up to "
                        + covered(sources, day).stripTrailingZeros().toPlainString()
                        + ", at most 1 is possible"));
  }

  private static BigDecimal covered(List<Source> sources, LocalDate day) {
    return sources.stream()
        .filter(source -> source.isActiveOn(day))
        .map(source -> source.share().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void refuseCircles(TraceId product, BillOfMaterials billOfMaterials) {
    var circles =
        new Circles(part -> billsOfMaterials.of(part).value().ownProducts().distinct().toList());
    List<FieldError> found = new ArrayList<>();
    for (int i = 0; i < billOfMaterials.lines().size(); i++) {
      var path = "lines[" + i + "].ownTraceId";
      billOfMaterials
          .lines()
          .get(i)
          .content()
          .fold(
              procured -> Optional.<List<TraceId>>empty(),
              own -> circles.wayBack(product, own.product()),
              terminal -> Optional.<List<TraceId>>empty())
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
