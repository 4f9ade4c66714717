package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Transactions;

/**
 * The tables of exports of one company in memory; a transaction that ends with a failure, or with
 * the death of who was in it, leaves them as they were.
 */
final class ExportsInMemory
    implements Exports, ExportSubjects, ExportFiles, ExportInputs, AwaitedProofs, Transactions {
  private final Tenant tenant;
  private Map<UUID, Export> jobs = new LinkedHashMap<>();
  private Map<UUID, Instant> due = new LinkedHashMap<>();
  private final Map<String, String> gathered = new LinkedHashMap<>();
  private final Map<String, Told> stated = new LinkedHashMap<>();
  private Map<UUID, SortedMap<Integer, Known>> subjects = new LinkedHashMap<>();
  private Map<UUID, SortedMap<String, ExportFile>> files = new LinkedHashMap<>();
  private final Map<UUID, List<String>> inputs = new LinkedHashMap<>();
  private final List<DeclarationId> fallen = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private int transactions;
  private int dieIn = Integer.MAX_VALUE;
  private boolean isDiskFull;
  private boolean isSpoiled;
  private BiFunction<String, ExportFile, ExportFile> spoil = (path, file) -> file;
  private long breaks;

  ExportsInMemory(Tenant tenant) {
    this.tenant = tenant;
  }

  /** Whoever begins the transaction after so many dies in it, at its end. */
  void dieAfter(int others) {
    dieIn = transactions + others;
  }

  void dieNoMore() {
    dieIn = Integer.MAX_VALUE;
  }

  void diskIsFull(boolean isFull) {
    isDiskFull = isFull;
  }

  /** What is kept of a file is not what was made. */
  void spoil(BinaryOperator<String> textByPath) {
    spoil =
        (path, file) ->
            new ExportFile(
                file.name(),
                file.mediaType(),
                textByPath.apply(path, new String(file.bytes(), UTF_8)).getBytes(UTF_8));
  }

  /** A file is not what its digest says. */
  void spoil() {
    isSpoiled = true;
  }

  int transactions() {
    return transactions;
  }

  Map<String, ExportFile> allFiles(UUID export) {
    return files.getOrDefault(export, new TreeMap<>());
  }

  /** The process is gone: nothing catches this. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  // ---- transactions

  @Override
  public <T> T inOne(Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    Map<UUID, Export> jobsBefore = new LinkedHashMap<>(jobs);
    Map<UUID, Instant> dueBefore = new LinkedHashMap<>(due);
    Map<UUID, SortedMap<Integer, Known>> subjectsBefore = copy(subjects);
    Map<UUID, SortedMap<String, ExportFile>> filesBefore = copy(files);
    try {
      T result = work.get();
      if (transactions++ >= dieIn) {
        throw new Killed();
      }
      return result;
    } catch (RuntimeException | Error end) {
      jobs = jobsBefore;
      due = dueBefore;
      subjects = subjectsBefore;
      files = filesBefore;
      throw end;
    }
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    call.accept(true);
  }

  private static <K extends Comparable<K>, V> Map<UUID, SortedMap<K, V>> copy(
      Map<UUID, SortedMap<K, V>> tables) {
    Map<UUID, SortedMap<K, V>> copy = new LinkedHashMap<>();
    tables.forEach((id, rows) -> copy.put(id, new TreeMap<>(rows)));
    return copy;
  }

  // ---- jobs

  @Override
  public void add(Tenant owner, Export export, String request) {
    jobs.put(export.id(), export);
    due.put(export.id(), Instant.MIN);
  }

  @Override
  public Optional<Export> find(Tenant owner, UUID id) {
    return Optional.ofNullable(jobs.get(id));
  }

  @Override
  public Optional<Export> locked(Tenant owner, UUID id) {
    return find(owner, id);
  }

  @Override
  public String request(Tenant owner, UUID id) {
    throw new UnsupportedOperationException("not asked for here");
  }

  @Override
  public Optional<Export> ofRequest(Tenant owner, String requestHash) {
    return jobs.values().stream()
        .filter(each -> each.order().requestHash().equals(requestHash))
        .filter(each -> each.state() != ExportState.REVOKED)
        .findFirst();
  }

  @Override
  public Optional<Export> correctionOf(Tenant owner, UUID corrected) {
    return jobs.values().stream()
        .filter(each -> each.order().supersedes().equals(Optional.of(corrected)))
        .filter(each -> each.state() != ExportState.REVOKED)
        .findFirst();
  }

  @Override
  public boolean isSigned(Tenant owner, UUID id) {
    return false;
  }

  @Override
  public void done(UUID export) {
    due.remove(export);
  }

  @Override
  public Page<Export> newestFirst(Tenant owner, PageRequest page) {
    throw new UnsupportedOperationException("not asked for here");
  }

  @Override
  public void progressed(Tenant owner, Export export) {
    Export now = jobs.get(export.id());
    jobs.put(export.id(), now.at(export.progress()));
    if (export.state().isWorkedOn()) {
      due.put(export.id(), Instant.MIN);
    }
  }

  @Override
  public String salt(Tenant owner, String exportId) {
    return "salt of " + exportId;
  }

  @Override
  public Optional<Due> claim(Instant now) {
    return due.entrySet().stream()
        .filter(each -> !each.getValue().isAfter(now))
        .map(each -> new Due(tenant, each.getKey()))
        .findFirst();
  }

  @Override
  public long later(Due failed, String why, boolean isBroken, Instant now) {
    due.put(failed.export(), now.plusSeconds(1));
    jobs.computeIfPresent(
        failed.export(), (id, export) -> export.at(export.progress().troubled(Optional.of(why))));
    breaks = isBroken ? breaks + 1 : 0;
    return breaks;
  }

  // ---- subjects

  @Override
  public void add(Tenant owner, UUID export, List<Ordered> ordered) {
    SortedMap<Integer, Known> rows = new TreeMap<>();
    for (Ordered each : ordered) {
      int place = rows.size() + 1;
      rows.put(
          place,
          new Known(
              place,
              each.subject(),
              each.subject(),
              each.options(),
              Optional.empty(),
              List.of(),
              Optional.empty()));
    }
    subjects.put(export, rows);
  }

  @Override
  public List<Known> ungathered(Tenant owner, UUID export, int most) {
    return subjects.get(export).values().stream()
        .filter(each -> each.factsDigest().isEmpty())
        .limit(most)
        .toList();
  }

  @Override
  public void gathered(
      Tenant owner,
      UUID export,
      int place,
      Optional<String> facts,
      String digest,
      List<Finding> findings) {
    Known known = subjects.get(export).get(place);
    facts.ifPresent(it -> gathered.put(export + "/" + place, it));
    subjects
        .get(export)
        .put(
            place,
            new Known(
                place,
                known.subject(),
                known.folder(),
                known.options(),
                Optional.of(digest),
                findings,
                Optional.empty()));
  }

  @Override
  public Optional<String> facts(Tenant owner, UUID export, int place) {
    return Optional.ofNullable(gathered.get(export + "/" + place));
  }

  @Override
  public List<Known> unrendered(Tenant owner, UUID export, int most) {
    return subjects.get(export).values().stream()
        .filter(each -> each.manifestSha256().isEmpty())
        .limit(most)
        .toList();
  }

  @Override
  public void rendered(Tenant owner, UUID export, int place, String manifestSha256, Told told) {
    stated.put(export + "/" + place, told);
    Known known = subjects.get(export).get(place);
    subjects
        .get(export)
        .put(
            place,
            new Known(
                place,
                known.subject(),
                known.folder(),
                known.options(),
                known.factsDigest(),
                known.findings(),
                Optional.of(manifestSha256)));
  }

  @Override
  public Told told(Tenant owner, UUID export) {
    List<Told> all =
        subjects.get(export).keySet().stream()
            .map(place -> requireNonNull(stated.get(export + "/" + place)))
            .toList();
    return new Told(
        all.stream().mapToLong(Told::warnings).sum(),
        all.stream().mapToLong(Told::overridden).sum());
  }

  @Override
  public void renderAnew(Tenant owner, UUID export) {
    subjects
        .get(export)
        .replaceAll(
            (place, known) ->
                new Known(
                    place,
                    known.subject(),
                    known.folder(),
                    known.options(),
                    known.factsDigest(),
                    known.findings(),
                    Optional.empty()));
  }

  @Override
  public void each(Tenant owner, UUID export, Consumer<Known> each) {
    subjects.get(export).values().forEach(each);
  }

  @Override
  public Page<Known> page(Tenant owner, UUID export, PageRequest page) {
    throw new UnsupportedOperationException("not asked for here");
  }

  @Override
  public Optional<Known> find(Tenant owner, UUID export, int place) {
    return Optional.ofNullable(subjects.get(export).get(place));
  }

  @Override
  public long with(Tenant owner, UUID export, Finding.Weight weight) {
    return subjects.get(export).values().stream()
        .filter(each -> each.findings().stream().anyMatch(it -> it.code().weight() == weight))
        .count();
  }

  @Override
  public void gatherAnew(Tenant owner, UUID export, List<Integer> places) {
    for (int place : places) {
      Known known = requireNonNull(subjects.get(export).get(place));
      gathered.remove(export + "/" + place);
      subjects
          .get(export)
          .put(
              place,
              new Known(
                  place,
                  known.subject(),
                  known.folder(),
                  known.options(),
                  Optional.empty(),
                  List.of(),
                  Optional.empty()));
    }
  }

  // ---- proofs

  private record Waiting(UUID export, int place, DeclarationId id) {}

  @Override
  public void await(Tenant owner, UUID export, int place, List<DeclarationId> inputs) {
    waiting.removeIf(each -> each.export().equals(export) && each.place() == place);
    inputs.forEach(id -> waiting.add(new Waiting(export, place, id)));
  }

  @Override
  public List<UUID> waitingFor(Tenant owner, DeclarationId id) {
    return waiting.stream()
        .filter(each -> each.id().equals(id))
        .map(Waiting::export)
        .distinct()
        .toList();
  }

  @Override
  public List<DeclarationId> of(Tenant owner, UUID export) {
    return waiting.stream()
        .filter(each -> each.export().equals(export))
        .map(Waiting::id)
        .distinct()
        .toList();
  }

  @Override
  public List<Integer> places(Tenant owner, UUID export, DeclarationId id) {
    return waiting.stream()
        .filter(each -> each.export().equals(export) && each.id().equals(id))
        .map(Waiting::place)
        .toList();
  }

  // ---- files

  @Override
  public void keep(Tenant owner, UUID export, int place, String folder, List<ExportFile> made) {
    for (ExportFile file : made) {
      if (isDiskFull) {
        throw new IllegalStateException(
            new SQLException("could not extend file: No space left on device", "53100"));
      }
      String path = folder.isEmpty() ? file.name() : folder + "/" + file.name();
      files.computeIfAbsent(export, none -> new TreeMap<>()).put(path, spoil.apply(path, file));
    }
  }

  @Override
  public void keepBeside(Tenant owner, UUID export, int place, String folder, ExportFile file) {
    keep(owner, export, place, folder, List.of(file));
  }

  @Override
  public void forgetFiles(Tenant owner, UUID export) {
    files.remove(export);
  }

  @Override
  public void forget(Tenant owner, UUID export) {
    gathered.keySet().removeIf(key -> key.startsWith(export.toString()));
    inputs.remove(export);
    waiting.removeIf(each -> each.export().equals(export));
  }

  @Override
  public List<Filed> list(Tenant owner, UUID export, int place) {
    String folder = subjects.get(export).get(place).folder() + "/";
    return allFiles(export).entrySet().stream()
        .filter(file -> file.getKey().startsWith(folder))
        .map(file -> filed(file.getKey(), file.getValue()))
        .toList();
  }

  private static Filed filed(String path, ExportFile file) {
    byte[] bytes = file.bytes();
    return new Filed(path, file.mediaType(), Digests.sha256(bytes), bytes.length, false);
  }

  @Override
  public Optional<ExportFile> find(Tenant owner, UUID export, String path) {
    return Optional.ofNullable(allFiles(export).get(path));
  }

  @Override
  public boolean isWhole(Tenant owner, UUID export) {
    return !isSpoiled;
  }

  @Override
  public void zip(Tenant owner, UUID export, Instant asOf, OutputStream out) {
    throw new UnsupportedOperationException("not asked for here");
  }

  // ---- inputs

  /** A declaration falls, and nobody marks the exports that rest on it. */
  void fallsUnseen(DeclarationId id) {
    fallen.add(id);
  }

  List<String> inputs(UUID export) {
    return inputs.getOrDefault(export, List.of());
  }

  @Override
  public void markFallen(Tenant owner, UUID export, Instant at) {
    for (DeclarationId id : fallen) {
      if (inputs(export).contains(id.value())) {
        marks.add(new Mark(Optional.of(id), Optional.empty(), Fate.RECALLED, at));
      }
    }
  }

  @Override
  public void add(Tenant owner, UUID export, List<Evidence.Input> more, Instant at) {
    List<String> all = new ArrayList<>(inputs(export));
    more.forEach(input -> all.add(input.declarationId()));
    inputs.put(export, all);
  }

  @Override
  public void addSources(Tenant owner, UUID export, List<SourceVersion> sources, Instant at) {
    // What is written anew is tried on the database.
  }

  @Override
  public boolean canBeMadeAnew(Tenant owner, UUID export) {
    return true;
  }

  @Override
  public List<Mark> marks(Tenant owner, UUID export, int most) {
    return List.copyOf(marks);
  }
}
