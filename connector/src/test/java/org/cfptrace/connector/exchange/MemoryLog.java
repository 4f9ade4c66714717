package org.cfptrace.connector.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.StatusList;
import org.cfptrace.log.TileName;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeHash;
import org.cfptrace.log.TreeWriter;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.StatusListToken;

/**
 * A public log in memory with two witnesses, which signs whatever it is asked to: so it can also
 * show two companies two histories.
 */
public final class MemoryLog {
  private static final String ORIGIN = "registry.cfptrace.example/log";

  // So that nobody gets all entries at once.
  private static final int FEW = 3;

  private final NoteSigner signer =
      NoteSigner.fresh(ORIGIN, VerifierKey.Kind.ED25519, Randomness.secure());
  private final List<NoteSigner> witnesses =
      List.of(
          NoteSigner.fresh(
              "witness.one.example", VerifierKey.Kind.COSIGNATURE, Randomness.secure()),
          NoteSigner.fresh(
              "witness.two.example", VerifierKey.Kind.COSIGNATURE, Randomness.secure()));
  private final Clock clock;
  private final String registryDid;
  private final SigningKey directoryKey;
  private final Map<DeclarationId, Set<PublicLog.StatusBit>> fallen = new HashMap<>();
  private final History honest = new History();
  private long version = 1;
  private boolean refusing;

  MemoryLog(Clock clock, String registryDid, SigningKey directoryKey) {
    this.clock = clock;
    this.registryDid = registryDid;
    this.directoryKey = directoryKey;
  }

  LogTrust trust() {
    return LogTrust.of(
        ORIGIN,
        signer.verifier(),
        witnesses.stream().map(NoteSigner::verifier).toList(),
        witnesses.size());
  }

  /** The log as everybody sees it. */
  PublicLog shown(BooleanSupplier isAway) {
    return shown(honest, isAway);
  }

  /** Another history of the same log, with entries that nobody else knows. */
  public PublicLog forked(int entries) {
    History other = new History();
    for (int entry = 0; entry < entries; entry++) {
      other.append(LogEntry.ofRegistryEvent(("another history " + entry).getBytes(UTF_8)));
    }
    return shown(other, () -> false);
  }

  /** The log as it is now, whatever is added to it later. */
  PublicLog frozen() {
    PublicLog shown = shown(honest, () -> false);
    String checkpoint = shown.checkpoint();
    return (PublicLog)
        Proxy.newProxyInstance(
            MemoryLog.class.getClassLoader(),
            new Class<?>[] {PublicLog.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("checkpoint")) {
                return checkpoint;
              }
              try {
                return method.invoke(shown, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  /** It takes nothing about entries any more. */
  public void refusesStatus() {
    refusing = true;
  }

  /** How many declarations everybody sees. */
  public long size() {
    return entries(LogEntry.Kind.DECLARATION).size();
  }

  /** What everybody sees of that kind, in order. */
  public List<LogEntry> entries(LogEntry.Kind kind) {
    return honest.entries.stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** What the registry says of a participant goes into the log too. */
  void enter(DirectoryRecord said) {
    honest.append(said.logEntry());
  }

  private PublicLog shown(History history, BooleanSupplier isAway) {
    return new PublicLog() {
      @Override
      public Map<LogEntry, Long> submit(Collection<LogEntry> entries) {
        answer();
        Map<LogEntry, Long> places = new HashMap<>();
        for (LogEntry entry : entries) {
          places.put(entry, history.append(entry));
        }
        return places;
      }

      @Override
      public void setStatus(SigningInput declaration, StatusBit bit) {
        answer();
        if (refusing) {
          throw new LogRefusedException("no entry of yours");
        }
        fallen.computeIfAbsent(declaration.id(), id -> EnumSet.noneOf(StatusBit.class)).add(bit);
      }

      @Override
      public String checkpoint() {
        answer();
        return history.checkpoint();
      }

      @Override
      public List<InclusionProof> inclusions(List<Long> indexes, long size) {
        answer();
        return indexes.stream().map(history.tiles(size)::inclusion).toList();
      }

      @Override
      public TreeHash root(long size) {
        answer();
        return history.tiles(size).root();
      }

      @Override
      public ConsistencyProof consistency(long from, long to) {
        answer();
        return history.tiles(to).consistencyFrom(from);
      }

      @Override
      public List<LogEntry> entries(long from, long size) {
        answer();
        return List.copyOf(history.entries.subList((int) from, (int) Math.min(size, from + FEW)));
      }

      @Override
      public String statusList() {
        answer();
        return history.statusList();
      }

      @Override
      public List<Timestamp> timestamps() {
        answer();
        return List.of();
      }

      private void answer() {
        if (isAway.getAsBoolean()) {
          throw new LogAwayException("away");
        }
      }
    };
  }

  /** A list of this version, whatever others of it there are. */
  String listOfVersion(long wanted) {
    version = wanted;
    return honest.statusList();
  }

  /** What the log has been told of a declaration. */
  public Set<PublicLog.StatusBit> toldOf(DeclarationId id) {
    return fallen.getOrDefault(id, Set.of());
  }

  /** One tree; tiles of every size it ever had are kept. */
  private final class History {
    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<LogEntry, Long> places = new HashMap<>();
    private final Map<TileName, byte[]> tiles = new HashMap<>();
    private final TreeWriter tree = TreeWriter.empty();

    long append(LogEntry entry) {
      return places.computeIfAbsent(
          entry,
          added -> {
            tree.append(added.bytes());
            entries.add(added);
            tree.drain().forEach(tile -> tiles.put(tile.name(), tile.bytes()));
            return entries.size() - 1L;
          });
    }

    Tiles tiles(long size) {
      return new Tiles(name -> Optional.ofNullable(tiles.get(name)), size);
    }

    String checkpoint() {
      SignedNote note = signer.sign(new Checkpoint(ORIGIN, entries.size(), tree.root()));
      Instant now = clock.instant();
      for (NoteSigner witness : witnesses) {
        note = note.with(witness.cosign(note, now));
      }
      return note.written();
    }

    String statusList() {
      StatusList list = StatusList.ofSize(entries.size());
      for (Map.Entry<DeclarationId, Set<PublicLog.StatusBit>> told : fallen.entrySet()) {
        Long place = places.get(LogEntry.ofDeclaration(told.getKey()));
        if (place != null) {
          list =
              list.with(
                  place,
                  told.getValue().contains(PublicLog.StatusBit.SUPERSEDED),
                  told.getValue().contains(PublicLog.StatusBit.RECALLED));
        }
      }
      String token =
          StatusListToken.sign(list, version++, registryDid, directoryKey, clock.instant());
      append(LogEntry.ofStatusList(token));
      return token;
    }
  }
}
