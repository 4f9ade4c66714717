package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.keys.Sha256;

/** A small log with two witnesses, whose keys and entries are the same on every run. */
public final class TestLog {
  public static final String ORIGIN = "registry.cfptrace.example/log";
  public static final NoteSigner LOG =
      signer(ORIGIN, VerifierKey.Kind.ED25519, "the log of the samples");
  public static final NoteSigner FIRST =
      signer("first.example/witness", VerifierKey.Kind.COSIGNATURE, "the first witness");
  public static final NoteSigner SECOND =
      signer("second.example/witness", VerifierKey.Kind.COSIGNATURE, "the second witness");
  public static final NoteSigner THIRD =
      signer("third.example/witness", VerifierKey.Kind.COSIGNATURE, "the third witness");

  private final TreeWriter writer = TreeWriter.empty();
  private final Map<TileName, byte[]> tiles = new HashMap<>();
  private final List<LogEntry> entries = new ArrayList<>();

  public static NoteSigner signer(String name, VerifierKey.Kind kind, String seed) {
    return NoteSigner.of(name, kind, Sha256.of(seed.getBytes(UTF_8)));
  }

  /** Two of three witnesses must have signed. */
  public static LogTrust trust() {
    return LogTrust.of(
        ORIGIN, LOG.verifier(), List.of(FIRST.verifier(), SECOND.verifier(), THIRD.verifier()), 2);
  }

  public static LogEntry entry(long number) {
    return LogEntry.of(LogEntry.Kind.DECLARATION, Sha256.of(("entry " + number).getBytes(UTF_8)));
  }

  /** A log of this many entries. */
  public static TestLog ofSize(long size) {
    TestLog log = new TestLog();
    for (long i = 0; i < size; i++) {
      log.append(entry(i));
    }
    return log;
  }

  public void append(LogEntry entry) {
    writer.append(entry.bytes());
    entries.add(entry);
  }

  public long size() {
    return writer.size();
  }

  public List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  /** What it says it holds now; its tiles can be read from then on. */
  public Checkpoint checkpoint() {
    writer.drain().forEach(tile -> tiles.put(tile.name(), tile.bytes()));
    return new Checkpoint(ORIGIN, writer.size(), writer.root());
  }

  public TileSource tiles() {
    return name -> Optional.ofNullable(tiles.get(name));
  }

  public Map<TileName, byte[]> written() {
    return tiles;
  }

  /** A checkpoint's note that these witnesses signed, each a second after the one before. */
  public static String note(Checkpoint checkpoint, Instant time, NoteSigner... witnesses) {
    SignedNote note = LOG.sign(checkpoint);
    Instant at = time;
    for (NoteSigner witness : witnesses) {
      note = note.with(witness.cosign(note, at));
      at = at.plusSeconds(1);
    }
    return note.written();
  }

  /** RFC 9162 section 2.1.1, as it is written there. */
  public static TreeHash mth(List<LogEntry> leaves) {
    if (leaves.isEmpty()) {
      return TreeHash.OF_NOTHING;
    }
    if (leaves.size() == 1) {
      return leaves.get(0).leaf();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return TreeHash.ofNode(
        mth(leaves.subList(0, split)), mth(leaves.subList(split, leaves.size())));
  }
}
