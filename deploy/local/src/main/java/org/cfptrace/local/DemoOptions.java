package org.cfptrace.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for; its {@code --help} is answered by the script.
 *
 * @param data where the demo keeps its data; absent: below the checkout
 * @param examples folder with the companies; absent: the three tiers
 */
record DemoOptions(
    boolean keep,
    boolean clean,
    Optional<Path> json,
    Optional<Path> data,
    Optional<Path> examples) {

  /** The command line is not understood. */
  static final class Misunderstood extends RuntimeException {
    Misunderstood(String message) {
      super(message);
    }
  }

  static DemoOptions parse(List<String> arguments) {
    boolean keep = false;
    boolean clean = false;
    Optional<Path> json = Optional.empty();
    Optional<Path> data = Optional.empty();
    Optional<Path> examples = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--keep" -> keep = true;
        case "--clean" -> clean = true;
        case "--json" -> json = Optional.of(file(option, rest.poll()));
        case "--data" -> data = Optional.of(path(option, rest.poll()));
        case "--examples" -> examples = Optional.of(path(option, rest.poll()));
        default -> throw new Misunderstood("unknown option " + option);
      }
    }
    return new DemoOptions(keep, clean, json, data, examples);
  }

  /** Known before anything starts: a report nobody can write would end a long story badly. */
  private static Path file(String option, @Nullable String value) {
    Path file = path(option, value);
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Misunderstood(option + " " + value + ": there is no folder " + folder);
    }
    return file;
  }

  private static Path path(String option, @Nullable String value) {
    if (value == null || value.isEmpty() || value.startsWith("--")) {
      throw new Misunderstood(option + " needs a path");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
