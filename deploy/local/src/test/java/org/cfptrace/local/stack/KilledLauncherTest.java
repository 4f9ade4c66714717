package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherTest {

  @TempDir Path directory;

  @Test
  void takesPostgresAndBrokerWithIt() throws Exception {
    Started started = start();

    started.launcher().destroyForcibly().waitFor();

    assertThat(eventually(() -> Ports.isFree(started.postgresPort()))).isTrue();
    assertThat(eventually(() -> !isAlive(started.brokerPid()))).isTrue();
  }

  @Test
  void leavesNothingThatTheNextStartCannotStop() throws Exception {
    Started started = start();
    // The guard is killed first, so that the server really is orphaned.
    started
        .launcher()
        .descendants()
        .filter(process -> process.info().command().orElse("").matches(".*/(sh|dash|bash|cat)"))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    started.launcher().destroyForcibly().waitFor();
    assertThat(Ports.isFree(started.postgresPort())).isFalse();

    try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
        Postgres postgres = Postgres.start(data, Secrets.in(data), new Ports().free())) {
      assertThat(Ports.isFree(started.postgresPort())).isTrue();
      assertThat(postgres.database("anyone").jdbcUrl()).contains(":" + postgres.port() + "/");
    }
  }

  private record Started(Process launcher, int postgresPort, long brokerPid) {}

  private Started start() throws IOException {
    Process launcher =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallLauncher.class.getName(),
                    directory.toString()))
            .redirectError(Files.createFile(directory.resolve("launcher.log")).toFile())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(launcher.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("started ")) {
        String[] words = line.split(" ", -1);
        return new Started(launcher, Integer.parseInt(words[1]), Long.parseLong(words[2]));
      }
    }
    throw new IOException(Files.readString(directory.resolve("launcher.log")));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static boolean eventually(BooleanSupplier claim) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!claim.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    return claim.getAsBoolean();
  }
}
