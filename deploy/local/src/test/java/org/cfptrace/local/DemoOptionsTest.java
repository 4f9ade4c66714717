package org.cfptrace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

  @Test
  void understandsEveryOption() {
    DemoOptions options =
        DemoOptions.parse(List.of("--keep", "--json", "x.json", "--clean", "--data", "d"));

    assertThat(options.keep()).isTrue();
    assertThat(options.clean()).isTrue();
    assertThat(options.json()).contains(Path.of("x.json").toAbsolutePath());
    assertThat(options.data()).contains(Path.of("d").toAbsolutePath());
    assertThat(options.examples()).isEmpty();
  }

  @Test
  void endsWithTwoForAnOptionItDoesNotKnowAndForAMissingPath() {
    assertThat(said("--keeep")).startsWith("2 demo: unknown option --keeep");
    assertThat(said("--json")).startsWith("2 demo: --json needs a path");
    assertThat(said("--json", "--keep")).startsWith("2 demo: --json needs a path");
  }

  private static String said(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code = Demo.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return code + " " + bytes.toString(StandardCharsets.UTF_8);
  }
}
