package org.cfptrace.aggregator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.structure.StructuresInMemory;
import org.cfptrace.service.database.Transactions;

/** All or nothing, also of what is in memory. */
final class OneByOne implements Transactions {
  private final StructuresInMemory structures;
  private List<Consumer<Boolean>> atEnd = new ArrayList<>();

  OneByOne(StructuresInMemory structures) {
    this.structures = structures;
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    List<Consumer<Boolean>> outer = atEnd;
    atEnd = new ArrayList<>();
    List<StructureVersion> before = structures.snapshot();
    boolean isKept = false;
    try {
      T result = work.get();
      isKept = true;
      return result;
    } finally {
      if (!isKept) {
        structures.goBackTo(before);
      }
      List<Consumer<Boolean>> calls = atEnd;
      atEnd = outer;
      for (Consumer<Boolean> call : calls) {
        call.accept(isKept);
      }
    }
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    atEnd.add(call);
  }
}
