package org.cfptrace.verify.checklist;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.keys.CryptoProviders;

/**
 * The samples as files, one for each, so that a reader in any language can be run against them: see
 * their README. Written anew by {@link #main} when the samples change.
 */
final class PublishedSamples {
  /** Seen from the module's directory, where tests run. */
  static final Path DIRECTORY = Path.of("src", "test", "resources", "vectors");

  static final Path TABLE = Path.of("vectors", "CHECKLIST.md");

  /** Larger ones are made where they are tested. */
  private static final int LARGEST = 128 * 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private PublishedSamples() {}

  static List<Sample> generated() {
    return Checklist.all().stream().filter(sample -> sample.text().length() <= LARGEST).toList();
  }

  static Path fileOf(Sample sample) {
    return DIRECTORY.resolve(sample.form().directory()).resolve(sample.defect() + ".json");
  }

  static String contentOf(Sample sample) {
    return pretty(sample.toJson());
  }

  /** What every sample has in common: who reads, and what it knows. */
  static String setting() {
    ObjectNode json = Setting.STANDARD.toJson();
    json.set("opensWith", json(Cast.PARTS_OPENS.privateJwk()));
    return pretty(json);
  }

  static Sample read(Path file) {
    Form form =
        Form.valueOf(
            file.getName(file.getNameCount() - 2).toString().toUpperCase(java.util.Locale.ROOT));
    String name = file.getName(file.getNameCount() - 1).toString();
    return Sample.fromJson(
        form, name.substring(0, name.length() - ".json".length()), json(text(file)));
  }

  static List<Path> files() {
    return Stream.of(Form.values())
        .flatMap(form -> files(DIRECTORY.resolve(form.directory())))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all files into {@link #DIRECTORY}, and the table; run it in the module's directory. */
  public static void main(String[] arguments) throws IOException {
    for (Path old : files()) {
      Files.delete(old);
    }
    for (Sample sample : generated()) {
      Files.createDirectories(fileOf(sample).getParent());
      Files.writeString(fileOf(sample), contentOf(sample));
    }
    Files.writeString(DIRECTORY.resolve("setting.json"), setting());
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, ChecklistTable.of(Checklist.all(), CryptoProviders.all()));
  }

  private static Stream<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pretty(JsonNode json) {
    try {
      return JSON.writer(PRETTY).writeValueAsString(json) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
