package org.cfptrace.local.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How we start a JVM that shall begin quickly and stay small. */
final class JavaCommand {

  private JavaCommand() {}

  /** The class path of this JVM, good in every working directory. */
  static String ownClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static List<String> lean(Path agent, int heapMegabytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx" + heapMegabytes + "m",
        "-Dfile.encoding=UTF-8",
        "-javaagent:" + agent);
  }

  /** How we start one whose work is to be measured: the JVM's own choices, and room. */
  static List<String> full(Path agent, int heapMegabytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heapMegabytes + "m",
        "-Dfile.encoding=UTF-8",
        "-javaagent:" + agent);
  }
}
