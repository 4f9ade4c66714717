package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredZipTest {
  private static final Instant AS_OF = Instant.parse("2026-11-27T06:20:31Z");

  @Test
  void entriesComeBackInOrderWithNamesContentsAndTime() throws IOException {
    byte[] bytes = zip(AS_OF, "manifest.json", "製品/電池.pdf");

    List<ZipEntry> entries = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(entry);
        assertThat(new String(zip.readAllBytes(), UTF_8)).isEqualTo("of " + entry.getName());
      }
    }
    assertThat(entries).extracting(ZipEntry::getName).containsExactly("manifest.json", "製品/電池.pdf");
    assertThat(entries)
        .extracting(ZipEntry::getMethod, ZipEntry::getTimeLocal)
        .containsOnly(tuple(ZipEntry.STORED, LocalDateTime.of(2026, 11, 27, 6, 20, 30)));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 1980-01-01T00:00:02",
    "1980-01-01T00:00:00Z, 1980-01-01T00:00:02",
    "2107-12-31T23:59:59.999Z, 2107-12-31T23:59:58",
    "2200-06-01T00:00:00Z, 2107-12-31T23:59:58"
  })
  void aTimeThatAZipCannotSayIsTheNearestItCan(Instant asOf, LocalDateTime said)
      throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zip(asOf, "a")))) {
      assertThat(zip.getNextEntry().getTimeLocal()).isEqualTo(said);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-27T06:20:31Z",
        "1970-01-01T00:00:00Z",
        "1980-01-01T00:00:00Z",
        "2200-06-01T00:00:00Z"
      })
  void theSameBytesInEveryTimeZone(Instant asOf) throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      byte[] inTokyo = zip(asOf, "a", "b");
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(zip(asOf, "a", "b")).isEqualTo(inTokyo);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../up",
        "a/../../up",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "a\nb"
      })
  void refusesANameThatLeadsElsewhere(String name) {
    assertThatThrownBy(() -> zip(AS_OF, name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no name of an entry: " + name);
  }

  @Test
  void twoDotsWithinANameLeadNowhere() throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zip(AS_OF, "a..b/..c")))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("a..b/..c");
    }
  }

  @Test
  void refusesANameTheSecondTime() {
    assertThatThrownBy(() -> zip(AS_OF, "a", "b", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an entry of this name is there: a");
  }

  @Test
  void partsAreOneContent() throws IOException {
    var parts = new ByteArrayOutputStream();
    try (var zip = new StoredZip(parts, AS_OF)) {
      zip.add("a", List.of("of ".getBytes(UTF_8), new byte[0], "a".getBytes(UTF_8)));
    }

    assertThat(parts.toByteArray()).isEqualTo(zip(AS_OF, "a"));
  }

  @Test
  void moreEntriesThanAPlainZipCanCount(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("many.zip");
    try (var out = Files.newOutputStream(file);
        var zip = new StoredZip(new BufferedOutputStream(out), AS_OF)) {
      for (int i = 0; i < 70_000; i++) {
        zip.add("products/" + i + ".json", Integer.toString(i).getBytes(UTF_8));
      }
    }

    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(70_000);
      ZipEntry last = zip.getEntry("products/69999.json");
      assertThat(new String(zip.getInputStream(last).readAllBytes(), UTF_8)).isEqualTo("69999");
    }
  }

  @Test
  void anEmptyZipIsAZip(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("none.zip"), zip(AS_OF));

    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isZero();
    }
  }

  @Test
  void aStreamThatFailsIsSaid() {
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    var zip = new StoredZip(broken, AS_OF);

    assertThatThrownBy(() -> zip.add("a", new byte[1]))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk full");
  }

  private static byte[] zip(Instant asOf, String... names) {
    var out = new ByteArrayOutputStream();
    try (var zip = new StoredZip(out, asOf)) {
      for (String name : names) {
        zip.add(name, ("of " + name).getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }
}
