package org.cfptrace.aggregator.rollup;

import static org.cfptrace.aggregator.rollup.Rescaling.lessUnsigned;

import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.UnitConversion;

/**
 * The fast form of the sum of one product: no object, two words an amount. It takes lines with one
 * source or none, whose amounts stay in their stages and are not enormous; whatever else it meets
 * it leaves, by answering false, to {@link WholeSum}, which gives the same digits.
 */
final class FastSum {
  /** A line that the fast form cannot take. */
  private static final int TOO_HARD = -1;

  private final Store store;
  private final Vertices vertices;
  private final Lines lines;
  private final Rescaling scaled = new Rescaling();
  private final Weights weights = new Weights();
  private final long[] cellHigh = new long[Columns.MOST];
  private final long[] cellLow = new long[Columns.MOST];
  private long cells;
  private final long[] plusHigh = new long[FigureForm.STAGES];
  private final long[] plusLow = new long[FigureForm.STAGES];
  private final long[] minusHigh = new long[FigureForm.STAGES];
  private final long[] minusLow = new long[FigureForm.STAGES];
  private int stages;

  /** The words of the last figure. */
  final long[] words = new long[FigureForm.MOST_WORDS];

  private int length;
  private int reach;

  /** Read by nobody; without it the reading ahead could be left out. */
  long fetched;

  FastSum(Store store) {
    this.store = store;
    this.vertices = store.vertices;
    this.lines = store.lines;
  }

  int length() {
    return length;
  }

  /** How many of the words products above take over. */
  int reach() {
    return reach;
  }

  /** Works out a product and the states of its lines; false where it must be done as a whole. */
  boolean of(int product) {
    cells = 0;
    weights.clear();
    if (!addOwn(vertices.ownAt[product]) || !addOwn(vertices.transportAt[product])) {
      return false;
    }
    long traits = vertices.traits[product];
    int open = 0;
    int end = vertices.firstLine[product] + vertices.lineCount[product];
    for (int line = vertices.firstLine[product]; line < end; line++) {
      int state = lines.target[line] == Lines.NONE ? lines.state[line] : addLine(line, traits);
      if (state == TOO_HARD) {
        return false;
      }
      lines.state[line] = (byte) state;
      open += state == LineStates.COMPLETE ? 0 : 1;
    }
    if (!weights.close()) {
      return false;
    }
    vertices.openLines[product] = open;
    write(product, open == 0 && vertices.ownAt[product] != 0);
    return true;
  }

  /**
   * Touches the figures of all parts before the first is used. They lie anywhere in memory, and so
   * the waiting for one overlaps with that for the next.
   */
  void fetch(int product) {
    long[] figures = store.figures.words;
    int end = vertices.firstLine[product] + vertices.lineCount[product];
    long seen = figures[vertices.ownAt[product]];
    for (int line = vertices.firstLine[product]; line < end; line++) {
      int to = lines.target[line];
      int at = to == Lines.NONE ? 0 : vertices.figureAt[to];
      seen += figures[at] + figures[at + Figures.AHEAD];
    }
    fetched = seen;
  }

  private void write(int product, boolean complete) {
    words[0] =
        (vertices.traits[product] & FigureForm.OF_PRODUCT)
            | FigureForm.GIVEN
            | (complete ? FigureForm.COMPLETE : 0);
    words[1] = 0;
    length = weights.write(words);
    long nonZero = 0;
    for (long rest = cells; rest != 0; rest &= rest - 1) {
      int column = Long.numberOfTrailingZeros(rest);
      if ((cellHigh[column] | cellLow[column]) != 0) {
        nonZero |= 1L << column;
        words[length++] = cellHigh[column];
        words[length++] = cellLow[column];
      }
    }
    words[2] = nonZero;
    int massAt = vertices.massAt[product];
    if (massAt != 0) {
      words[length++] = store.figures.words[massAt + 1];
      words[length++] = store.figures.words[massAt + 2];
    }
    reach = length;
    length = weights.writeRest(words, length);
    words[0] = FigureForm.withLength(words[0], length);
  }

  /** Own emissions and transport count as they are. */
  private boolean addOwn(int at) {
    if (at == 0) {
      return true;
    }
    long[] figures = store.figures.words;
    stages = 0;
    int place = at + FigureForm.HEAD + 2 * Integer.bitCount(FigureForm.rated(figures[at + 1]));
    for (long rest = figures[at + 2]; rest != 0; rest &= rest - 1) {
      if (figures[place] >= Weights.TOO_LARGE) {
        return false;
      }
      addCell(Long.numberOfTrailingZeros(rest), figures[place], figures[place + 1]);
      place += 2;
    }
    return weigh(figures, at);
  }

  private int addLine(int line, long product) {
    long[] figures = store.figures.words;
    int at = vertices.figureAt[lines.target[line]];
    long first = at == 0 ? 0 : figures[at];
    if ((first & FigureForm.GIVEN) == 0) {
      return at == 0 ? LineStates.ASKED : FigureForm.state(first);
    }
    if ((first & FigureForm.HELD) != 0) {
      return TOO_HARD;
    }
    if (((first ^ product) & FigureForm.GWP) != 0) {
      return LineStates.GWP_MIX;
    }
    if (((first ^ product) & FigureForm.BOUNDARY) != 0) {
      return LineStates.BOUNDARY_MIX;
    }
    long mask = figures[at + 2];
    if ((mask & ~store.columns.staying((int) (product >>> Vertices.PROFILE_AT) & 63)) != 0) {
      return TOO_HARD;
    }
    int terms = lines.terms[line];
    if (FigureForm.unitNumber(first) != store.terms.unitNumber(terms)) {
      Optional<Fraction> conversion = conversion(terms, at, first);
      if (conversion.isEmpty()) {
        return LineStates.UNIT_MISMATCH;
      }
      terms = store.terms.converted(terms, conversion.get(), FigureForm.unit(first));
      if (terms == LineTerms.NONE) {
        return TOO_HARD;
      }
    }
    stages = 0;
    int place = at + FigureForm.HEAD + 2 * Integer.bitCount(FigureForm.rated(figures[at + 1]));
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      if (!store.terms.rescale(terms, figures[place], figures[place + 1], scaled)
          || scaled.high >= Weights.TOO_LARGE) {
        return TOO_HARD;
      }
      addCell(Long.numberOfTrailingZeros(rest), scaled.high, scaled.low);
      place += 2;
    }
    if (!weigh(figures, at)) {
      return TOO_HARD;
    }
    return (first & FigureForm.COMPLETE) == 0 ? LineStates.INCOMPLETE_SOURCE : LineStates.COMPLETE;
  }

  /** A supplier who sells pieces knows their mass best; else the buyer's word on its own part. */
  private Optional<Fraction> conversion(int terms, int at, long first) {
    DeclaredUnit to = FigureForm.unit(first);
    MassPerUnit mass = store.terms.mass(terms);
    if (to == DeclaredUnit.PIECE && (first & FigureForm.MASS) != 0) {
      mass = store.reader.massOf(at);
    }
    return UnitConversion.factor(store.terms.unit(terms), to, mass);
  }

  private void addCell(int column, long high, long low) {
    long bit = 1L << column;
    if ((cells & bit) == 0) {
      cells |= bit;
      cellHigh[column] = high;
      cellLow[column] = low;
    } else {
      long sum = cellLow[column] + low;
      cellHigh[column] += high + (lessUnsigned(sum, low) ? 1 : 0);
      cellLow[column] = sum;
    }
    int stage = store.columns.stage(column);
    if ((stages & (1 << stage)) == 0) {
      stages |= 1 << stage;
      plusHigh[stage] = 0;
      plusLow[stage] = 0;
      minusHigh[stage] = 0;
      minusLow[stage] = 0;
    }
    long[] toHigh = (store.columns.emissions() & bit) != 0 ? plusHigh : minusHigh;
    long[] toLow = toHigh == plusHigh ? plusLow : minusLow;
    long sum = toLow[stage] + low;
    toHigh[stage] += high + (lessUnsigned(sum, low) ? 1 : 0);
    toLow[stage] = sum;
  }

  /** Weighs what was just added by its size in each stage; false where that is too large. */
  private boolean weigh(long[] figures, int at) {
    weights.counted(figures[at]);
    for (int rest = stages; rest != 0; rest &= rest - 1) {
      int stage = Integer.numberOfTrailingZeros(rest);
      long high = plusHigh[stage];
      long minus = minusHigh[stage];
      if (high >= Weights.TOO_LARGE || minus >= Weights.TOO_LARGE) {
        return false;
      }
      long low = plusLow[stage] - minusLow[stage];
      high -= minus + (lessUnsigned(plusLow[stage], minusLow[stage]) ? 1 : 0);
      if (high < 0) {
        low = -low;
        high = low == 0 ? -high : ~high;
      }
      if ((high | low) != 0) {
        weights.add(stage, high, low, figures, at);
      }
    }
    return true;
  }
}
