package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TreeWriterTest {
  @Test
  void theRootOfNothingIsThatOfTheStandard() {
    assertThat(HexFormat.of().formatHex(TreeWriter.empty().root().bytes()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void hashesLeavesAndNodesAsTheTestVectorsOfCertificateTransparencyDo() {
    TreeHash empty = TreeHash.ofLeaf(new byte[0]);
    TreeHash zero = TreeHash.ofLeaf(new byte[] {0});

    assertThat(HexFormat.of().formatHex(empty.bytes()))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(HexFormat.of().formatHex(TreeHash.ofNode(empty, zero).bytes()))
        .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  }

  @Test
  void theRootIsThatOfTheDefinitionAtEverySize() {
    TestLog log = new TestLog();
    for (int size = 1; size <= 700; size++) {
      log.append(TestLog.entry(size));

      assertThat(log.checkpoint().root()).as("size %d", size).isEqualTo(TestLog.mth(log.entries()));
    }
  }

  @Test
  void goesOnFromItsTilesAtAnySize() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      int before = random.nextInt(1200);
      int more = 1 + random.nextInt(600);
      TestLog log = TestLog.ofSize(before);
      log.checkpoint();
      TreeWriter resumed = TreeWriter.resume(before, log.tiles());
      for (int i = 0; i < more; i++) {
        resumed.append(TestLog.entry(before + i).bytes());
      }

      assertThat(resumed.root())
          .as("from %d by %d", before, more)
          .isEqualTo(TestLog.ofSize(before + more).checkpoint().root());
    }
  }

  @Test
  void doesNotGoOnWhereATileIsMissing() {
    assertThatThrownBy(() -> TreeWriter.resume(5, name -> java.util.Optional.empty()))
        .isInstanceOf(TileMissingException.class);
  }

  @Test
  void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
    TestLog log = TestLog.ofSize(70_000);
    log.checkpoint();

    assertThat(widths(log, 0)).hasSize(274).containsEntry(273L, 112).containsEntry(272L, 256);
    assertThat(widths(log, 1)).containsExactlyInAnyOrderEntriesOf(Map.of(0L, 256, 1L, 17));
    assertThat(widths(log, 2)).containsExactlyInAnyOrderEntriesOf(Map.of(0L, 1));
    assertThat(widths(log, TileName.ENTRIES)).hasSize(274).containsEntry(273L, 112);
  }

  @Test
  void aFullTileIsOneHashAbove() {
    TestLog log = TestLog.ofSize(256);
    Checkpoint checkpoint = log.checkpoint();

    assertThat(widths(log, 0)).containsExactlyInAnyOrderEntriesOf(Map.of(0L, 256));
    assertThat(widths(log, 1)).containsExactlyInAnyOrderEntriesOf(Map.of(0L, 1));
    assertThat(log.tiles().read(new TileName(1, 0, 1)).orElseThrow())
        .isEqualTo(checkpoint.root().bytes());
  }

  @Test
  void aBundleHoldsEachEntryBehindItsLength() {
    TestLog log = TestLog.ofSize(3);
    log.checkpoint();
    byte[] bundle = log.tiles().read(new TileName(TileName.ENTRIES, 0, 3)).orElseThrow();

    assertThat(bundle).hasSize(3 * 35);
    assertThat(Arrays.copyOfRange(bundle, 35, 37)).containsExactly(0, 33);
    assertThat(Arrays.copyOfRange(bundle, 37, 70)).isEqualTo(TestLog.entry(1).bytes());
  }

  @Test
  void drainsEveryTileThatChangedAndNoOther() {
    TestLog log = TestLog.ofSize(300);
    log.checkpoint();
    TreeWriter writer = TreeWriter.resume(300, log.tiles());

    assertThat(writer.drain()).isEmpty();

    writer.append(TestLog.entry(300).bytes());
    List<String> names =
        writer.drain().stream().map(tile -> tile.name().path()).collect(Collectors.toList());
    assertThat(names).containsExactlyInAnyOrder("entries/001.p/45", "0/001.p/45");
  }

  private static Map<Long, Integer> widths(TestLog log, int level) {
    Map<Long, Integer> widths = new TreeMap<>();
    log.written().keySet().stream()
        .filter(name -> name.level() == level)
        .forEach(name -> widths.merge(name.number(), name.width(), Math::max));
    return widths;
  }
}
