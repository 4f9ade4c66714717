package org.cfptrace.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process of ours: started with exactly the environment it is given, its words in a log file, its
 * standard input held open for as long as we live. It can be stopped, killed and started again.
 */
final class ChildProcess implements AutoCloseable {

  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");
  private static final Duration ORDERLY_STOP = Duration.ofSeconds(15);
  private static final int LINES_SHOWN = 12;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path workingDirectory;
  private final Path log;
  private volatile @Nullable Process process;

  ChildProcess(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path workingDirectory,
      Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.workingDirectory = workingDirectory;
    this.log = log;
  }

  synchronized void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " runs already");
    }
    ProcessBuilder builder = new ProcessBuilder(inItsOwnSession(command));
    Map<String, String> inherited = new HashMap<>(builder.environment());
    builder.environment().clear();
    for (String variable : INHERITED) {
      String value = inherited.get(variable);
      if (value != null) {
        builder.environment().put(variable, value);
      }
    }
    builder.environment().putAll(environment);
    builder.directory(workingDirectory.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** A session of its own keeps Ctrl-C at the terminal with the launcher, which stops in order. */
  private static List<String> inItsOwnSession(List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(command.size() + 1);
    wrapped.add("/usr/bin/setsid");
    wrapped.addAll(command);
    return wrapped;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return running.pid();
  }

  /** Fails with the exit code and the end of the log when the process has ended. */
  void failIfEnded() {
    Process running = process;
    if (running != null && !running.isAlive()) {
      throw new StackFailure(
          name + " ended with exit code " + running.exitValue() + "; its log: " + log + endOfLog());
    }
  }

  String endOfLog() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      List<String> last = all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size());
      return last.isEmpty() ? "" : System.lineSeparator() + String.join("\n", last);
    } catch (IOException | UncheckedIOException unreadable) {
      return "";
    }
  }

  /** {@code kill -9}: no farewell, as when the machine takes the memory away. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      await(running, ORDERLY_STOP);
    }
  }

  /** Asks to stop; nothing is waited for. */
  void askToStop() {
    Process running = process;
    if (running != null) {
      running.destroy();
    }
  }

  /** Stops in order, by force when that takes too long. */
  @Override
  public void close() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    if (!await(running, ORDERLY_STOP)) {
      running.destroyForcibly();
      await(running, ORDERLY_STOP);
    }
  }

  private static boolean await(Process running, Duration limit) {
    try {
      return running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
      return false;
    }
  }
}
