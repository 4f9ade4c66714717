package org.cfptrace.aggregator.rollup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import org.cfptrace.rollup.LineId;

/**
 * All lines, those of one product side by side, numbered. Those that use the same part hang
 * together both ways, so that one is taken out without a search. A changed product gets new lines
 * at the end; {@link Compaction} takes up the room of the old ones.
 */
final class Lines {
  /** A line that leads nowhere, or has no next. */
  static final int NONE = -1;

  int[] target = new int[64];
  int[] terms = new int[64];
  int[] owner = new int[64];
  int[] nextUse = new int[64];
  int[] previousUse = new int[64];

  /** See {@link LineStates}. */
  byte[] state = new byte[64];

  private int used;
  private int wasted;
  private byte[] ids = new byte[256];
  private int idsUsed;

  int add(int ofOwner, int toTarget, int onTerms, int inState) {
    if (used == target.length) {
      grow(used + (used >> 1));
    }
    owner[used] = ofOwner;
    target[used] = toTarget;
    terms[used] = onTerms;
    state[used] = (byte) inState;
    nextUse[used] = NONE;
    previousUse[used] = NONE;
    return used++;
  }

  int end() {
    return used;
  }

  int idsEnd() {
    return idsUsed;
  }

  void forgetFrom(int end, int idsEnd) {
    used = end;
    idsUsed = idsEnd;
  }

  void waste(int count) {
    wasted += count;
  }

  boolean areMostlyWaste() {
    return wasted > 4096 && wasted > used / 2;
  }

  void link(int line, Vertices vertices) {
    int to = target[line];
    if (to != NONE) {
      int first = vertices.firstUse[to];
      nextUse[line] = first;
      previousUse[line] = NONE;
      if (first != NONE) {
        previousUse[first] = line;
      }
      vertices.firstUse[to] = line;
    }
  }

  void unlink(int line, Vertices vertices) {
    int to = target[line];
    if (to != NONE) {
      int next = nextUse[line];
      int previous = previousUse[line];
      if (next != NONE) {
        previousUse[next] = previous;
      }
      if (previous == NONE) {
        vertices.firstUse[to] = next;
      } else {
        nextUse[previous] = next;
      }
    }
  }

  /** Keeps the ids of a product's lines, in their order. */
  void addId(LineId id) {
    byte[] text = id.value().getBytes(ISO_8859_1);
    if (idsUsed + text.length + 1 > ids.length) {
      ids = Arrays.copyOf(ids, ids.length + (ids.length >> 1) + text.length + 1);
    }
    ids[idsUsed++] = (byte) text.length;
    System.arraycopy(text, 0, ids, idsUsed, text.length);
    idsUsed += text.length;
  }

  /** The ids of the lines of a product whose ids begin here. */
  List<LineId> ids(int at, int count) {
    LineId[] read = new LineId[count];
    int place = at;
    for (int i = 0; i < count; i++) {
      read[i] = new LineId(new String(ids, place + 1, ids[place], ISO_8859_1));
      place += 1 + ids[place];
    }
    return List.of(read);
  }

  /** Moves all lines together, those of one product still side by side, and links them anew. */
  void compact(Vertices vertices, LineTerms words) {
    Lines moved = new Lines();
    moved.grow(Math.max(64, used - wasted));
    for (int v = 0; v < vertices.size(); v++) {
      vertices.firstUse[v] = NONE;
      if (vertices.lineCount[v] > 0) {
        move(v, vertices, moved);
      }
    }
    words.keepOnly(moved.terms, moved.used);
    take(moved);
    for (int line = 0; line < used; line++) {
      link(line, vertices);
    }
  }

  private void move(int product, Vertices vertices, Lines to) {
    int first = vertices.firstLine[product];
    int count = vertices.lineCount[product];
    vertices.firstLine[product] = to.used;
    for (int line = first; line < first + count; line++) {
      to.add(owner[line], target[line], terms[line], state[line]);
    }
    if (!vertices.is(product, Vertices.WHOLE)) {
      List<LineId> named = ids(vertices.lineIdsAt[product], count);
      vertices.lineIdsAt[product] = to.idsUsed;
      named.forEach(to::addId);
    }
  }

  private void take(Lines other) {
    target = other.target;
    terms = other.terms;
    owner = other.owner;
    nextUse = other.nextUse;
    previousUse = other.previousUse;
    state = other.state;
    used = other.used;
    wasted = 0;
    ids = other.ids;
    idsUsed = other.idsUsed;
  }

  private void grow(int capacity) {
    target = Arrays.copyOf(target, capacity);
    terms = Arrays.copyOf(terms, capacity);
    owner = Arrays.copyOf(owner, capacity);
    nextUse = Arrays.copyOf(nextUse, capacity);
    previousUse = Arrays.copyOf(previousUse, capacity);
    state = Arrays.copyOf(state, capacity);
  }

  long bytes() {
    return (long) target.length * (5L * Integer.BYTES + 1) + ids.length;
  }
}
