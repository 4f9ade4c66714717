package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.StructureException;

/**
 * Tries what a file brings for a day to come, with what holds on that day beneath it: what could
 * not be added up then is refused with the file. What does not fit together on that day without the
 * file is no fault of it. In memory is what its products of that day reach, by their ids.
 */
final class LaterVersions {
  private static final int AT_ONCE = 1000;

  private final Structures structures;
  private final Tenant tenant;
  private final Instant written;
  private final Moment moment;
  private final Set<TraceId> ofFile = new LinkedHashSet<>();
  private final Map<TraceId, List<TraceId>> parts = new HashMap<>();

  private LaterVersions(Structures structures, Tenant tenant, Instant written, LocalDate day) {
    this.structures = structures;
    this.tenant = tenant;
    this.written = written;
    this.moment = new Moment(day, written);
  }

  /**
   * Tries the products of a file as they are on a day.
   *
   * @param written the instant under which the file was written
   * @throws StructureException if one of them cannot be added up then
   */
  static void check(Structures structures, Tenant tenant, Instant written, LocalDate day) {
    LaterVersions later = new LaterVersions(structures, tenant, written, day);
    later.read();
    later.refuseCircles();
  }

  private void read() {
    Map<TraceId, BillOfMaterialsLine> bought = new LinkedHashMap<>();
    Map<TraceId, TraceId> buyers = new HashMap<>();
    Set<TraceId> next = new LinkedHashSet<>();
    for (ProductStructure structure : structures.writtenAt(tenant, written, moment)) {
      ofFile.add(structure.traceId());
      next.addAll(take(structure));
      for (StructureLine line : structure.lines()) {
        if (line.line().supply() instanceof LineSupply.Procured procured) {
          for (LineSource source : procured.sources()) {
            bought.putIfAbsent(source.supplierProduct(), line.line());
            buyers.putIfAbsent(source.supplierProduct(), structure.traceId());
          }
        }
      }
    }
    beneath(next);
    refuseUnknownParts();
    for (Set<TraceId> some : atOnce(bought.keySet())) {
      for (StructureVersion made : structures.find(tenant, some, moment)) {
        TraceId part = made.structure().traceId();
        throw StructureException.doubleCount(
            requireNonNull(buyers.get(part)), requireNonNull(bought.get(part)).lineId(), part);
      }
    }
  }

  private void beneath(Set<TraceId> level) {
    Set<TraceId> open = level;
    while (!open.isEmpty()) {
      Set<TraceId> next = new LinkedHashSet<>();
      open.removeAll(parts.keySet());
      for (Set<TraceId> some : atOnce(open)) {
        structures.find(tenant, some, moment).forEach(each -> next.addAll(take(each.structure())));
      }
      open = next;
    }
  }

  private List<TraceId> take(ProductStructure structure) {
    List<TraceId> own = new ArrayList<>();
    for (StructureLine line : structure.lines()) {
      if (line.line().supply() instanceof LineSupply.Own part) {
        own.add(part.product());
      }
    }
    parts.put(structure.traceId(), List.copyOf(own));
    return own;
  }

  private void refuseUnknownParts() {
    for (TraceId user : ofFile) {
      for (TraceId part : partsOf(user)) {
        if (!parts.containsKey(part)) {
          throw StructureException.unknownProduct(user, part);
        }
      }
    }
  }

  private List<TraceId> partsOf(TraceId product) {
    return parts.getOrDefault(product, List.of());
  }

  private record Step(TraceId product, Iterator<TraceId> parts) {}

  /** From each product of the file down: what leads back to something on the way is a circle. */
  private void refuseCircles() {
    Set<TraceId> done = new HashSet<>();
    for (TraceId product : ofFile) {
      Deque<Step> way = new ArrayDeque<>();
      Set<TraceId> onTheWay = new LinkedHashSet<>();
      down(product, way, onTheWay);
      while (!way.isEmpty()) {
        Step step = way.element();
        if (step.parts().hasNext()) {
          TraceId part = step.parts().next();
          if (onTheWay.contains(part)) {
            refuse(part, onTheWay);
          } else if (!done.contains(part)) {
            down(part, way, onTheWay);
          }
        } else {
          way.remove();
          onTheWay.remove(step.product());
          done.add(step.product());
        }
      }
    }
  }

  private void down(TraceId product, Deque<Step> way, Set<TraceId> onTheWay) {
    way.push(new Step(product, partsOf(product).iterator()));
    onTheWay.add(product);
  }

  private void refuse(TraceId again, Set<TraceId> onTheWay) {
    List<TraceId> circle = new ArrayList<>();
    for (TraceId each : onTheWay) {
      if (!circle.isEmpty() || each.equals(again)) {
        circle.add(each);
      }
    }
    if (circle.stream().anyMatch(ofFile::contains)) {
      circle.add(again);
      throw StructureException.cycle(circle);
    }
  }

  private static List<Set<TraceId>> atOnce(Set<TraceId> all) {
    List<Set<TraceId>> some = new ArrayList<>();
    Set<TraceId> now = new LinkedHashSet<>();
    for (TraceId each : all) {
      now.add(each);
      if (now.size() == AT_ONCE) {
        some.add(now);
        now = new LinkedHashSet<>();
      }
    }
    if (!now.isEmpty()) {
      some.add(now);
    }
    return some;
  }
}
