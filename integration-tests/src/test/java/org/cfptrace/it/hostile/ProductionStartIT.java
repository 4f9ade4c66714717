package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cfptrace.local.stack.Installation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged services as an operator starts them. In production none begins with a secret that
 * everybody knows, or with none: it ends at once, before it looks for a database or anything else,
 * and says in one line which setting is at fault.
 */
class ProductionStartIT {
  private static final int CANNOT_START = 78;
  private static final String GOOD = "q7-Zt4w2-of-its-own";
  private static final String KNOWN = "dev-known-to-everybody";
  private static final String AUDIENCE = "QUARKUS_OIDC_TOKEN_AUDIENCE";
  private static final String DATABASE = "QUARKUS_DATASOURCE_PASSWORD";

  @TempDir Path directory;

  static Stream<Arguments> starts() {
    return Stream.of("registry-service", "connector", "cfp-aggregator")
        .flatMap(
            module -> {
              String keys =
                  module.equals("registry-service")
                      ? "CFPTRACE_AUTHORITY_PASSWORD"
                      : "CFPTRACE_KEYS_PASSWORD";
              return Stream.of(
                  Arguments.of(module, keys, KNOWN),
                  Arguments.of(module, keys, ""),
                  Arguments.of(module, DATABASE, KNOWN),
                  Arguments.of(module, AUDIENCE, ""));
            });
  }

  @ParameterizedTest(name = "{0} with {1}={2}")
  @MethodSource("starts")
  void endsWithOneLineThatNamesTheSetting(String module, String variable, String value)
      throws Exception {
    Map<String, String> environment = new HashMap<>();
    for (String name :
        List.of("CFPTRACE_AUTHORITY_PASSWORD", "CFPTRACE_KEYS_PASSWORD", DATABASE, AUDIENCE)) {
      environment.put(name, GOOD);
    }
    environment.put(variable, value);
    // Said or not said, it is production.
    if (value.isEmpty()) {
      environment.put("QUARKUS_PROFILE", "prod");
    }

    Ended ended = start(module, environment);

    assertThat(ended.output().strip().lines().toList()).as("output").hasSize(1);
    assertThat(ended.output())
        .contains(propertyOf(variable))
        .doesNotContain(GOOD)
        .doesNotContain(KNOWN);
    assertThat(ended.exitCode()).isEqualTo(CANNOT_START);
  }

  private record Ended(int exitCode, String output) {}

  private Ended start(String module, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Path jar = Installation.find().application(module).resolve("quarkus-run.jar");
    ProcessBuilder service =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx160m",
            "-Dfile.encoding=UTF-8",
            "-jar",
            jar.toString());
    service.environment().clear();
    service.environment().putAll(environment);
    service.directory(directory.toFile());
    service.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = service.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(module + " ends").isTrue();
      return new Ended(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String propertyOf(String variable) {
    return switch (variable) {
      case AUDIENCE -> "quarkus.oidc.token.audience";
      case DATABASE -> "quarkus.datasource.password";
      case "CFPTRACE_AUTHORITY_PASSWORD" -> "cfptrace.authority.password";
      default -> "cfptrace.keys.password";
    };
  }
}
