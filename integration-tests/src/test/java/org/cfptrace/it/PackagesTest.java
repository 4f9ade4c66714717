package org.cfptrace.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.local.stack.Installation;
import org.junit.jupiter.api.Test;

/** Whoever opens a package or a module is told what it is. */
class PackagesTest {
  private static final Path ROOT = Installation.find().root();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "data");

  @Test
  void everyMainPackageTellsItsStory() throws IOException {
    Set<Path> packages =
        files(".java").stream()
            .filter(file -> file.toString().contains("/src/main/java/"))
            .map(Path::getParent)
            .collect(Collectors.toSet());

    assertThat(packages).hasSizeGreaterThan(50);
    assertThat(packages)
        .allSatisfy(
            each ->
                assertThat(Files.exists(each.resolve("package-info.java")))
                    .as("%s", each)
                    .isTrue());
  }

  @Test
  void everyModuleHasAReadme() throws IOException {
    List<Path> modules = files("pom.xml").stream().map(Path::getParent).toList();

    assertThat(modules).contains(ROOT.resolve("deploy/local"), ROOT.resolve("connector"));
    assertThat(modules)
        .allSatisfy(
            each -> assertThat(Files.exists(each.resolve("README.md"))).as("%s", each).isTrue());
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .filter(file -> isOurs(ROOT.relativize(file)))
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : file) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
