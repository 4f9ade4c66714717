package org.cfptrace.aggregator.rollup;

import java.time.LocalDate;
import java.util.List;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.PendingSource;
import org.cfptrace.rollup.SourceFigure;
import org.jspecify.annotations.Nullable;

/**
 * Puts products into the store. The fast form takes a line with one supplier for all of it, one own
 * part, one estimate, or nothing yet; a product with any other line (shares, stand-ins) or with
 * numbers that do not fit stays a whole, of which only the links are kept in arrays.
 */
final class ProductForm {
  private static final int NOT_FAST = -2;

  private final Store store;
  private final Vertices vertices;

  /** What lines led to before anybody had put it in, and estimates. */
  private final IntList made = new IntList();

  ProductForm(Store store) {
    this.store = store;
    this.vertices = store.vertices;
  }

  /** Vertices made since the last {@link #forgetMade}. */
  IntList made() {
    return made;
  }

  void forgetMade() {
    made.clear();
  }

  int vertex(OwnProduct product) {
    return own(product.traceId());
  }

  /** Writes all that is said of a product; its lines are not linked yet. */
  void write(int vertex, OwnProduct product) {
    int linesFrom = store.lines.end();
    int idsFrom = store.lines.idsEnd();
    vertices.firstLine[vertex] = linesFrom;
    vertices.lineIdsAt[vertex] = idsFrom;
    if (!isFast(product) || !writeHead(vertex, product) || !writeLines(vertex, product)) {
      store.lines.forgetFrom(linesFrom, idsFrom);
      writeWhole(vertex, product);
    }
    vertices.lineCount[vertex] = store.lines.end() - linesFrom;
  }

  private static boolean isFast(OwnProduct product) {
    // What reaches beyond the gate may ask other things of its parts than of itself.
    return product.basis().boundary() == SystemBoundary.CRADLE_TO_GATE;
  }

  private boolean writeHead(int vertex, OwnProduct product) {
    vertices.traits[vertex] =
        FigureForm.of(product.unit(), product.basis())
            | ((long) Place.of(product.profile()) << Vertices.PROFILE_AT)
            | (product.massPerUnit() == null ? 0 : FigureForm.MASS);
    vertices.ownAt[vertex] = ownFigure(product.own());
    vertices.transportAt[vertex] = ownFigure(product.transport());
    vertices.massAt[vertex] = 0;
    if (product.massPerUnit() != null) {
      store.writer.massOnly(product.massPerUnit());
      vertices.massAt[vertex] = append();
    }
    return vertices.ownAt[vertex] != NOT_FAST
        && vertices.transportAt[vertex] != NOT_FAST
        && (product.massPerUnit() == null || Decimals.fits(product.massPerUnit().kilograms()));
  }

  private int ownFigure(@Nullable OwnEmissions own) {
    if (own == null) {
      return 0;
    }
    boolean holds =
        store.writer.own(
            own.emissions(),
            own.quality(),
            own.primaryActivityData() && own.primaryEmissionFactor());
    return holds ? append() : NOT_FAST;
  }

  private int append() {
    return store.figures.append(store.writer.words, store.writer.length());
  }

  private boolean writeLines(int vertex, OwnProduct product) {
    for (BillOfMaterialsLine line : product.lines()) {
      int terms = store.terms.of(line);
      int to = line.proxy() == null ? target(line.supply(), product) : NOT_FAST;
      if (terms == LineTerms.NONE || to == NOT_FAST) {
        return false;
      }
      store.lines.add(vertex, to, terms, to == Lines.NONE ? whyNothing(line.supply()) : 0);
      store.lines.addId(line.lineId());
    }
    return true;
  }

  private int target(LineSupply supply, OwnProduct product) {
    return supply.fold(
        this::supplier,
        terminal -> estimate(terminal.estimate(), product),
        own -> own(own.product()));
  }

  private int supplier(LineSupply.Procured procured) {
    List<LineSource> sources = procured.sources();
    if (sources.isEmpty()) {
      return procured.pending().stream().allMatch(ProductForm::coversAll) ? Lines.NONE : NOT_FAST;
    }
    LineSource source = sources.get(0);
    boolean isOnly =
        sources.size() == 1
            && source.share().equals(Share.ALL)
            && source.isInForceOn(store.period.to());
    return isOnly ? supplier(source) : NOT_FAST;
  }

  /** Where the first one asked covers the line, nobody else has a say in its state. */
  private static boolean coversAll(PendingSource pending) {
    return pending.share().equals(Share.ALL);
  }

  private int whyNothing(LineSupply supply) {
    LocalDate end = store.period.to();
    return ((LineSupply.Procured) supply)
        .pending().stream()
            .filter(pending -> pending.isInForceOn(end))
            .findFirst()
            .map(pending -> LineStates.code(pending.state()))
            .orElse(LineStates.NO_SOURCE);
  }

  /** Links only: one line in the arrays for each source and each own part. */
  private void writeWhole(int vertex, OwnProduct product) {
    vertices.traits[vertex] = Vertices.WHOLE;
    vertices.ownAt[vertex] = 0;
    vertices.transportAt[vertex] = 0;
    vertices.massAt[vertex] = 0;
    store.wholes.put(vertex, product);
    for (BillOfMaterialsLine line : product.lines()) {
      if (line.supply() instanceof LineSupply.Own own) {
        store.lines.add(vertex, own(own.product()), LineTerms.NONE, 0);
      } else if (line.supply() instanceof LineSupply.Procured procured) {
        for (LineSource source : procured.sources()) {
          store.lines.add(vertex, supplier(source), LineTerms.NONE, 0);
        }
      }
    }
  }

  private int own(TraceId id) {
    int known = vertices.find(id, Vertices.OWN);
    if (known >= 0) {
      return known;
    }
    int vertex = vertices.add(id, Vertices.OWN);
    made.add(vertex);
    return vertex;
  }

  private int supplier(LineSource source) {
    int partner = store.partner(source.partner());
    int known = vertices.find(source.supplierProduct(), partner);
    if (known >= 0) {
      return known;
    }
    int vertex = vertices.add(source.supplierProduct(), partner);
    made.add(vertex);
    return vertex;
  }

  private int estimate(Estimate estimate, OwnProduct product) {
    SourceFigure.Given figure =
        new SourceFigure.Given(
                estimate.unit(),
                null,
                estimate.emissions(),
                true,
                Share.ALL,
                estimate.quality(),
                null,
                estimate.basis(product.basis()),
                store.period,
                store.period.to(),
                null)
            .restingOn(VerificationShares.NONE);
    if (!store.writer.given(figure)) {
      return NOT_FAST;
    }
    long[] words = store.writer.words;
    int length = store.writer.length();
    int known =
        store.estimates.find(
            Store.hash(words, 0, length),
            v -> store.figures.isSame(vertices.figureAt[v], words, 0, length));
    if (known >= 0) {
      return known;
    }
    int vertex = vertices.add(Vertices.ESTIMATE);
    vertices.figureAt[vertex] = append();
    store.estimates.add(vertex);
    made.add(vertex);
    return vertex;
  }
}
