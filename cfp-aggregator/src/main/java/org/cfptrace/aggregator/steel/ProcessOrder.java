package org.cfptrace.aggregator.steel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Order among the processes of an installation: precursors before what is made of them, and every
 * cycle with its path. An installation has few processes, so plain recursion is deep enough.
 */
final class ProcessOrder {
  private final Map<ProcessId, ProductionProcess> processes = new HashMap<>();
  private final Set<ProcessId> done = new LinkedHashSet<>();
  private final Set<ProcessId> onTheWay = new LinkedHashSet<>();
  private final List<List<ProcessId>> cycles = new ArrayList<>();

  private ProcessOrder(List<ProductionProcess> all) {
    all.forEach(process -> processes.put(process.id(), process));
    all.forEach(process -> visit(process.id()));
  }

  static ProcessOrder of(List<ProductionProcess> processes) {
    return new ProcessOrder(processes);
  }

  /** Precursors first; complete only where there is no cycle. */
  List<ProductionProcess> precursorsFirst() {
    return done.stream().map(processes::get).toList();
  }

  /** Each cycle from the process it begins with back to that process. */
  List<List<ProcessId>> cycles() {
    return List.copyOf(cycles);
  }

  /** A path as people read it. */
  static String text(List<ProcessId> path) {
    return path.stream().map(ProcessId::toString).collect(Collectors.joining(" > "));
  }

  private void visit(ProcessId id) {
    if (done.contains(id)) {
      return;
    }
    if (!onTheWay.add(id)) {
      cycles.add(pathBackTo(id));
      return;
    }
    ProductionProcess process = processes.get(id);
    if (process != null) {
      for (PrecursorUse use : process.precursors()) {
        if (use instanceof PrecursorUse.FromProcess own && processes.containsKey(own.process())) {
          visit(own.process());
        }
      }
    }
    onTheWay.remove(id);
    done.add(id);
  }

  private List<ProcessId> pathBackTo(ProcessId id) {
    List<ProcessId> whole = new ArrayList<>(onTheWay);
    List<ProcessId> path = new ArrayList<>(whole.subList(whole.indexOf(id), whole.size()));
    path.add(id);
    return path;
  }
}
