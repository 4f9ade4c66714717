package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.cfptrace.aggregator.structure.StructureImport.Broken;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;

/**
 * Takes a file of many products, read while it comes in. All of it counts or nothing: it is one
 * transaction, and where a product of it cannot be read or added up, every fault that was met is
 * told with its row. A product that is there already gets a further version. That the file is done
 * is written in that transaction too: what the list says of it is what is there.
 */
public final class ImportStructures {
  private static final int AT_ONCE = 1000;
  private static final int MOST_FAULTS = 100;

  private final Structures structures;
  private final StructureImports imports;
  private final MaintainStructures.SumUp sums;
  private final Transactions transactions;
  private final Clock clock;

  public ImportStructures(
      Structures structures,
      StructureImports imports,
      MaintainStructures.SumUp sums,
      Transactions transactions,
      Clock clock) {
    this.structures = requireNonNull(structures, "structures");
    this.imports = requireNonNull(imports, "imports");
    this.sums = requireNonNull(sums, "sums");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * What a row of a file gives.
   *
   * @param row counted from 1, as an editor shows it
   */
  public record Row(long row, Read read) {}

  /** A product, or why there is none. */
  public sealed interface Read {
    /** It can be read. */
    record Product(ProductStructure structure) implements Read {}

    /** It cannot. */
    record Faulty(List<FieldError> faults) implements Read {}
  }

  /** What makes a file count once, in the transaction in which it is taken. */
  public interface Once {
    /** Whether it is taken for the first time; asked before anything of it is read. */
    boolean isFirst();

    /** It counts, when the transaction is committed. */
    void taken(StructureImport done);
  }

  /**
   * Takes a file to its end; empty where it was taken before.
   *
   * @param file read only where it is taken
   */
  public Optional<StructureImport> take(
      Tenant tenant, StructureImport.Format format, Supplier<Iterator<Row>> file, Once once) {
    Taking taking = new Taking(tenant, StructureImport.begun(format, clock.instant()));
    try {
      return transactions.inNew(() -> taking.once(file, once));
    } catch (Faults refused) {
      return Optional.of(taking.progress);
    }
  }

  /** Ends the transaction in which a file is taken. */
  private static final class Faults extends RuntimeException {
    private final transient List<FieldError> faults;

    Faults(List<FieldError> faults) {
      super("the file cannot be accepted", null, false, false);
      this.faults = List.copyOf(faults);
    }
  }

  /** One file on its way. */
  private final class Taking {
    private final Tenant tenant;
    private final List<FieldError> faults = new ArrayList<>();
    private final Map<TraceId, Long> rows = new HashMap<>();
    private final SortedSet<LocalDate> begins = new TreeSet<>();
    // As the database keeps it, to find again what this file has brought.
    private final Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    private StructureImport progress;

    Taking(Tenant tenant, StructureImport begun) {
      this.tenant = tenant;
      this.progress = begun;
    }

    Optional<StructureImport> once(Supplier<Iterator<Row>> file, Once once) {
      structures.lock(tenant);
      if (!once.isFirst()) {
        return Optional.empty();
      }
      imports.begin(tenant, progress);
      try {
        all(file.get());
      } catch (Faults refused) {
        noteEnd(progress.refused(refused.faults, clock.instant()), refused);
        throw refused;
      } catch (Refused refused) {
        noteEnd(
            broken(
                Broken.NOT_NOW,
                List.of(new FieldError("", refused.code().name(), refused.detail()))),
            refused);
        throw refused;
      } catch (UncheckedIOException brokeOff) {
        noteEnd(broken(Broken.BROKE_OFF, List.of()), brokeOff);
        throw brokeOff;
      } catch (RuntimeException failed) {
        // Whatever it was, the sender's list must not show a file that is still being read.
        noteEnd(broken(Broken.FAILED, List.of()), failed);
        throw failed;
      }
      // From here on it is done with the transaction, or, if that fails, for who looks at the list.
      progress = progress.done(clock.instant());
      refuseUnlessOurs(imports.end(tenant, progress));
      once.taken(progress);
      return Optional.of(progress);
    }

    private void all(Iterator<Row> file) {
      List<ProductStructure> some = new ArrayList<>();
      while (file.hasNext() && faults.size() < MOST_FAULTS) {
        take(file.next(), some);
        if (some.size() == AT_ONCE) {
          keep(some);
        }
      }
      if (rows.isEmpty() && faults.isEmpty()) {
        faults.add(new FieldError("", "EMPTY", "the file holds no product"));
      }
      refuseIfFaulty();
      keep(some);
      note(progress.at(StructureImport.State.CHECKING, progress.products(), progress.lines()));
      addUp();
    }

    private void note(StructureImport further) {
      progress = further;
      refuseUnlessOurs(imports.note(tenant, further));
    }

    private void noteEnd(StructureImport ended, RuntimeException because) {
      progress = ended;
      try {
        imports.note(tenant, ended);
      } catch (RuntimeException cannot) {
        // The first failure is the one to tell; the list finds out by itself.
        because.addSuppressed(cannot);
      }
    }

    private StructureImport broken(Broken why, List<FieldError> because) {
      return progress.broken(why, because, clock.instant());
    }

    private void take(Row row, List<ProductStructure> some) {
      if (row.read() instanceof Read.Faulty faulty) {
        faulty.faults().forEach(fault -> faults.add(at(row.row(), fault)));
        return;
      }
      ProductStructure structure = ((Read.Product) row.read()).structure();
      Long before = rows.putIfAbsent(structure.traceId(), row.row());
      if (before != null) {
        faults.add(
            at(
                row.row(),
                new FieldError("traceId", "DUPLICATE", "row " + before + " is this product too")));
        return;
      }
      some.add(structure);
      begins.add(structure.validFrom());
    }

    private void keep(List<ProductStructure> some) {
      structures.addAll(tenant, some, at);
      long lines = progress.lines();
      for (ProductStructure structure : some) {
        lines += structure.lines().size();
      }
      note(progress.at(StructureImport.State.READING, progress.products() + some.size(), lines));
      some.clear();
    }

    private void addUp() {
      try {
        Moment now = sums.now();
        sums.put(tenant, structures.writtenAt(tenant, at, now));
        for (LocalDate later : begins.tailSet(now.day().plusDays(1))) {
          LaterVersions.check(structures, tenant, at, later);
        }
      } catch (StructureException broken) {
        TraceId first = broken.path().get(0);
        throw new Faults(
            List.of(
                at(
                    rows.getOrDefault(first, 0L),
                    new FieldError(
                        "lines", code(broken).name(), String.valueOf(broken.getMessage())))));
      }
    }

    private void refuseIfFaulty() {
      if (!faults.isEmpty()) {
        throw new Faults(faults);
      }
    }
  }

  /** Others were told that nothing of it was kept, so nothing may be. */
  private static void refuseUnlessOurs(boolean isOurs) {
    if (!isOurs) {
      throw new IllegalStateException("the import was given up by another instance");
    }
  }

  private static ProblemCode code(StructureException broken) {
    return switch (broken.fault()) {
      case CYCLE -> ProblemCode.BILL_OF_MATERIALS_CYCLE;
      case DOUBLE_COUNT -> ProblemCode.DOUBLE_COUNT;
      case UNKNOWN_PRODUCT -> ProblemCode.NOT_FOUND;
    };
  }

  private static FieldError at(long row, FieldError fault) {
    String field = fault.field();
    return new FieldError(
        "row[" + row + "]" + (field.isEmpty() ? "" : "." + field), fault.code(), fault.message());
  }
}
