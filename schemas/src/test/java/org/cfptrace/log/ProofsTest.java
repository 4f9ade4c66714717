package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Proofs made from tiles pass, and whatever is spoiled in one is noticed, over many sizes. */
class ProofsTest {
  private static final int SIZES = 200;
  private static final Random RANDOM = new Random(20261127);
  private static final Checkpoint[] AT = new Checkpoint[SIZES + 1];
  private static final TestLog LOG = grown();

  private static TestLog grown() {
    TestLog log = new TestLog();
    AT[0] = log.checkpoint();
    for (int size = 1; size <= SIZES; size++) {
      log.append(TestLog.entry(size - 1));
      AT[size] = log.checkpoint();
    }
    return log;
  }

  @Test
  void everyEntryIsProvenAtEverySize() {
    for (int size = 1; size <= SIZES; size++) {
      Tiles tiles = new Tiles(LOG.tiles(), size);
      assertThat(tiles.root()).isEqualTo(AT[size].root());
      for (int index = 0; index < size; index++) {
        assertThat(tiles.inclusion(index).check(TestLog.entry(index), AT[size]).whyNot())
            .as("%d of %d", index, size)
            .isEmpty();
      }
    }
  }

  @Test
  void everySizeIsProvenToBeTheBeginningOfEveryLaterOne() {
    for (int to = 0; to <= SIZES; to++) {
      Tiles tiles = new Tiles(LOG.tiles(), to);
      for (int from = 0; from <= to; from++) {
        assertThat(tiles.consistencyFrom(from).check(AT[from], AT[to]).whyNot())
            .as("%d to %d", from, to)
            .isEmpty();
      }
    }
  }

  @Test
  void everySpoiledInclusionProofIsRefused() {
    int spoiled = 0;
    for (int size = 1; size <= SIZES; size++) {
      Tiles tiles = new Tiles(LOG.tiles(), size);
      for (int index : someOf(size)) {
        for (var bad : spoiledFrom(tiles.inclusion(index)).entrySet()) {
          spoiled++;
          assertThat(bad.getValue().check(TestLog.entry(index), AT[size]).whyNot())
              .as("%d of %d: %s", index, size, bad.getKey())
              .isEqualTo(Optional.of(LogReason.BAD_INCLUSION_PROOF));
        }
      }
    }
    assertThat(spoiled).isGreaterThan(10_000);
  }

  private static Map<String, InclusionProof> spoiledFrom(InclusionProof good) {
    Map<String, InclusionProof> bad = new TreeMap<>();
    long index = good.index();
    long size = good.size();
    List<TreeHash> path = good.path();
    bad.put("index above", new InclusionProof(index + 1, size, path));
    bad.put("index at size", new InclusionProof(size, size, path));
    bad.put("index beyond", new InclusionProof(index + Long.highestOneBit(size) * 2, size, path));
    if (index > 0) {
      bad.put("index below", new InclusionProof(index - 1, size, path));
    }
    bad.put("size above", new InclusionProof(index, size + 1, path));
    bad.put("size doubled", new InclusionProof(index, size * 2, path));
    bad.put("size nought", new InclusionProof(index, 0, path));
    bad.put("hash more", new InclusionProof(index, size, longer(path)));
    bad.put("hash in front", new InclusionProof(index, size, longerInFront(path)));
    if (!path.isEmpty()) {
      int place = RANDOM.nextInt(path.size());
      bad.put("hash less", new InclusionProof(index, size, path.subList(0, path.size() - 1)));
      bad.put("first hash less", new InclusionProof(index, size, path.subList(1, path.size())));
      bad.put("no hash", new InclusionProof(index, size, List.of()));
      bad.put("other hash", new InclusionProof(index, size, flipped(path, place)));
    }
    if (path.size() > 1 && !path.get(0).equals(path.get(1))) {
      List<TreeHash> swapped = new ArrayList<>(path);
      swapped.set(0, path.get(1));
      swapped.set(1, path.get(0));
      bad.put("hashes swapped", new InclusionProof(index, size, swapped));
    }
    return bad;
  }

  @Test
  void aProofOfTheRightLengthForAnotherTreeIsRefusedByItsHeightAlone() {
    // What is left of the walk decides: with the root taken from the spoiled walk itself, so that
    // nothing but the left-over height can be the reason.
    int passedWithoutHeight = 0;
    for (int size = 2; size <= SIZES; size++) {
      Tiles tiles = new Tiles(LOG.tiles(), size);
      for (int index : someOf(size)) {
        InclusionProof good = tiles.inclusion(index);
        for (List<TreeHash> path :
            List.of(longer(good.path()), good.path().subList(0, good.path().size() - 1))) {
          Checkpoint fitting =
              new Checkpoint(TestLog.ORIGIN, size, walked(TestLog.entry(index), index, size, path));
          passedWithoutHeight++;
          assertThat(
                  new InclusionProof(index, size, path)
                      .check(TestLog.entry(index), fitting)
                      .whyNot())
              .as("%d of %d with %d hashes", index, size, path.size())
              .isEqualTo(Optional.of(LogReason.BAD_INCLUSION_PROOF));
        }
      }
    }
    assertThat(passedWithoutHeight).isGreaterThan(1000);
  }

  /** Where the path leads, by a walk that does not look at the height of the tree. */
  private static TreeHash walked(LogEntry entry, long index, long size, List<TreeHash> path) {
    long fn = index;
    long sn = size - 1;
    TreeHash hash = entry.leaf();
    for (TreeHash beside : path) {
      if ((fn & 1) == 1 || fn == sn) {
        hash = TreeHash.ofNode(beside, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = TreeHash.ofNode(hash, beside);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return hash;
  }

  @Test
  void anEntryThatIsNotThereIsRefused() {
    InclusionProof proof = new Tiles(LOG.tiles(), 100).inclusion(5);

    assertThat(proof.check(TestLog.entry(6), AT[100]).whyNot())
        .contains(LogReason.BAD_INCLUSION_PROOF);
  }

  @Test
  void theProofIsForTheSizeThatWasSigned() {
    InclusionProof proof = new Tiles(LOG.tiles(), 100).inclusion(5);

    assertThat(proof.check(TestLog.entry(5), AT[101]).whyNot())
        .contains(LogReason.BAD_INCLUSION_PROOF);
  }

  @Test
  void everySpoiledConsistencyProofIsRefused() {
    int spoiled = 0;
    for (int to = 2; to <= SIZES; to += 1) {
      Tiles tiles = new Tiles(LOG.tiles(), to);
      for (int from : someOf(to)) {
        if (from == 0) {
          continue;
        }
        List<TreeHash> path = tiles.consistencyFrom(from).path();
        for (List<TreeHash> bad : spoiledPaths(path)) {
          spoiled++;
          assertThat(new ConsistencyProof(from, to, bad).check(AT[from], AT[to]).whyNot())
              .as("%d to %d", from, to)
              .isPresent();
        }
        spoiled += 2;
        assertThat(new ConsistencyProof(from, to + 1L, path).check(AT[from], AT[to]).whyNot())
            .contains(LogReason.BAD_CONSISTENCY_PROOF);
        assertThat(new ConsistencyProof(from - 1L, to, path).check(AT[from], AT[to]).whyNot())
            .contains(LogReason.BAD_CONSISTENCY_PROOF);
      }
    }
    assertThat(spoiled).isGreaterThan(5_000);
  }

  @Test
  void aSmallerTreeIsOneThatShrank() {
    assertThat(new ConsistencyProof(190, 189, List.of()).check(AT[190], AT[189]).whyNot())
        .contains(LogReason.TREE_SHRANK);
  }

  @Test
  void twoRootsOverAsManyEntriesAreAFork() {
    Checkpoint other = new Checkpoint(TestLog.ORIGIN, 190, TestLog.entry(1).leaf());

    assertThat(new ConsistencyProof(190, 190, List.of()).check(AT[190], other).whyNot())
        .contains(LogReason.FORK);
  }

  @Test
  void aLongerTreeThatDoesNotBeginWithTheOlderIsAFork() {
    TestLog other = new TestLog();
    for (int i = 0; i < 150; i++) {
      other.append(TestLog.entry(i == 77 ? 1000 : i));
    }
    Checkpoint newer = other.checkpoint();

    assertThat(new Tiles(other.tiles(), 150).consistencyFrom(100).check(AT[100], newer).whyNot())
        .contains(LogReason.FORK);
    // Where the older size is a power of two its root is part of the walk, and the newer root
    // fails.
    assertThat(new Tiles(other.tiles(), 150).consistencyFrom(128).check(AT[128], newer).whyNot())
        .contains(LogReason.BAD_CONSISTENCY_PROOF);
  }

  @Test
  void anotherLogIsNotCompared() {
    Checkpoint other = new Checkpoint("other.example/log", 190, AT[190].root());

    assertThat(new ConsistencyProof(100, 190, List.of()).check(AT[100], other).whyNot())
        .contains(LogReason.OTHER_LOG);
  }

  @Test
  void proofsAreMadeFromTheFullTileOnceThePartialOneIsGone() {
    TestLog log = TestLog.ofSize(100);
    Checkpoint then = log.checkpoint();
    for (int i = 100; i < 256; i++) {
      log.append(TestLog.entry(i));
    }
    log.checkpoint();
    TileSource fullOnly = name -> name.isFull() ? log.tiles().read(name) : Optional.empty();

    assertThat(new Tiles(fullOnly, 100).inclusion(99).check(TestLog.entry(99), then).whyNot())
        .isEmpty();
  }

  @Test
  void provesInALargeTree() {
    TestLog log = TestLog.ofSize(70_000);
    Checkpoint checkpoint = log.checkpoint();
    Tiles tiles = new Tiles(log.tiles(), 70_000);
    assertThat(tiles.root()).isEqualTo(checkpoint.root());
    for (long index : new long[] {0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999}) {
      assertThat(tiles.inclusion(index).check(TestLog.entry(index), checkpoint).whyNot()).isEmpty();
    }
  }

  private static List<Integer> someOf(int size) {
    List<Integer> some = new ArrayList<>(List.of(0, size - 1));
    for (int i = 0; i < 6; i++) {
      some.add(RANDOM.nextInt(size));
    }
    return some;
  }

  private static List<List<TreeHash>> spoiledPaths(List<TreeHash> path) {
    List<List<TreeHash>> bad = new ArrayList<>();
    bad.add(longer(path));
    bad.add(longerInFront(path));
    bad.add(List.of());
    bad.add(path.subList(0, path.size() - 1));
    bad.add(path.subList(1, path.size()));
    for (int place = 0; place < path.size(); place++) {
      bad.add(flipped(path, place));
    }
    bad.removeIf(path::equals);
    return bad;
  }

  private static List<TreeHash> longer(List<TreeHash> path) {
    List<TreeHash> more = new ArrayList<>(path);
    more.add(TestLog.entry(9).leaf());
    return more;
  }

  private static List<TreeHash> longerInFront(List<TreeHash> path) {
    List<TreeHash> more = new ArrayList<>(path);
    more.add(0, TestLog.entry(9).leaf());
    return more;
  }

  private static List<TreeHash> flipped(List<TreeHash> path, int place) {
    List<TreeHash> other = new ArrayList<>(path);
    byte[] bytes = path.get(place).bytes();
    bytes[RANDOM.nextInt(32)] ^= (byte) (1 << RANDOM.nextInt(8));
    other.set(place, TreeHash.of(bytes));
    return other;
  }
}
