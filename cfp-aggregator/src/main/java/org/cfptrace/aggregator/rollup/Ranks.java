package org.cfptrace.aggregator.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.StructureException;

/**
 * Keeps every product on a higher level than its parts, and finds the circle where that is not
 * possible. Levels only rise, and only of what is above a change. No recursion: a structure of any
 * depth is no danger.
 */
final class Ranks {
  private final Vertices vertices;
  private final Lines lines;
  private final Wave wave = new Wave();
  private final IntList risen = new IntList();
  private int[] via = new int[0];

  Ranks(Store store) {
    this.vertices = store.vertices;
    this.lines = store.lines;
  }

  /**
   * Brings these in order, which are marked as taken, one after the other. Those that are still
   * marked are passed over: their own turn comes.
   *
   * @throws StructureException CYCLE, with all levels as they were
   */
  void order(IntList changed) {
    risen.clear();
    try {
      for (int i = 0; i < changed.size(); i++) {
        int product = changed.get(i);
        int above = levelOverParts(product);
        if (above > vertices.level[product]) {
          checkAbove(product, above);
          rise(product);
        }
        vertices.traits[product] &= ~Vertices.TAKEN;
      }
    } catch (StructureException cycle) {
      for (int i = risen.size() - 2; i >= 0; i -= 2) {
        vertices.level[risen.get(i)] = risen.get(i + 1);
      }
      throw cycle;
    }
  }

  /**
   * Levels of all products anew.
   *
   * @throws StructureException CYCLE, with all levels as they were
   */
  void orderAll() {
    int[] level = new int[vertices.size()];
    int[] openParts = new int[vertices.size()];
    IntList ready = new IntList();
    int products = 0;
    for (int v = 0; v < vertices.size(); v++) {
      if (vertices.isProduct(v)) {
        products++;
        openParts[v] = countParts(v);
        if (openParts[v] == 0) {
          level[v] = 1;
          ready.add(v);
        }
      }
    }
    for (int i = 0; i < ready.size(); i++) {
      int part = ready.get(i);
      for (int use = vertices.firstUse[part]; use != Lines.NONE; use = lines.nextUse[use]) {
        int user = lines.owner[use];
        level[user] = Math.max(level[user], level[part] + 1);
        if (--openParts[user] == 0) {
          ready.add(user);
        }
      }
    }
    if (ready.size() < products) {
      throw StructureException.cycle(circleAmong(openParts));
    }
    System.arraycopy(level, 0, vertices.level, 0, level.length);
  }

  private int countParts(int product) {
    int count = 0;
    int end = vertices.firstLine[product] + vertices.lineCount[product];
    for (int line = vertices.firstLine[product]; line < end; line++) {
      count += isOwn(lines.target[line]) ? 1 : 0;
    }
    return count;
  }

  private int levelOverParts(int product) {
    int level = 0;
    int end = vertices.firstLine[product] + vertices.lineCount[product];
    for (int line = vertices.firstLine[product]; line < end; line++) {
      int part = lines.target[line];
      if (isOwn(part)) {
        level = Math.max(level, vertices.level[part]);
      }
    }
    return level + 1;
  }

  private boolean isOwn(int vertex) {
    return vertex != Lines.NONE && vertices.partner[vertex] == Vertices.OWN;
  }

  /** In the order of the old levels: all parts of a product have risen before it is its turn. */
  private void rise(int product) {
    wave.add(product, vertices.level[product]);
    while (!wave.isEmpty()) {
      int next = wave.take();
      int above = levelOverParts(next);
      if (above > vertices.level[next]) {
        risen.add(next);
        risen.add(vertices.level[next]);
        vertices.level[next] = above;
        for (int use = vertices.firstUse[next]; use != Lines.NONE; use = lines.nextUse[use]) {
          int user = lines.owner[use];
          if (vertices.level[user] <= above && !vertices.is(user, Vertices.TAKEN)) {
            wave.add(user, vertices.level[user]);
          }
        }
      }
    }
  }

  /** Looks for the product above itself, no higher than its highest part. */
  private void checkAbove(int product, int above) {
    if (vertices.firstUse[product] == Lines.NONE) {
      return;
    }
    if (via.length < vertices.size()) {
      via = new int[vertices.size() + (vertices.size() >> 3)];
      Arrays.fill(via, Vertices.NONE);
    }
    IntList met = new IntList();
    met.add(product);
    try {
      lookAbove(product, above, met);
    } finally {
      for (int i = 0; i < met.size(); i++) {
        via[met.get(i)] = Vertices.NONE;
      }
    }
  }

  private void lookAbove(int product, int above, IntList met) {
    for (int i = 0; i < met.size(); i++) {
      int part = met.get(i);
      for (int use = vertices.firstUse[part]; use != Lines.NONE; use = lines.nextUse[use]) {
        int user = lines.owner[use];
        if (user == product) {
          throw StructureException.cycle(circle(product, part));
        }
        boolean isNew = via[user] == Vertices.NONE;
        if (isNew && vertices.level[user] < above && !vertices.is(user, Vertices.TAKEN)) {
          via[user] = part;
          met.add(user);
        }
      }
    }
  }

  private List<TraceId> circle(int product, int part) {
    List<TraceId> path = new ArrayList<>();
    path.add(vertices.id(product));
    for (int v = part; v != product; v = via[v]) {
      path.add(vertices.id(v));
    }
    path.add(vertices.id(product));
    return path;
  }

  /** Whatever still waits for a part is in a circle or above one: down from any, one comes back. */
  private List<TraceId> circleAmong(int[] openParts) {
    int v = 0;
    while (openParts[v] == 0) {
      v++;
    }
    List<Integer> way = new ArrayList<>();
    int[] metAt = new int[openParts.length];
    while (metAt[v] == 0) {
      way.add(v);
      metAt[v] = way.size();
      v = partThatWaits(v, openParts);
    }
    way.add(v);
    return way.subList(metAt[v] - 1, way.size()).stream().map(vertices::id).toList();
  }

  private int partThatWaits(int product, int[] openParts) {
    int line = vertices.firstLine[product];
    while (!isOwn(lines.target[line]) || openParts[lines.target[line]] == 0) {
      line++;
    }
    return lines.target[line];
  }

  long bytes() {
    return wave.bytes() + (long) Integer.BYTES * via.length;
  }
}
