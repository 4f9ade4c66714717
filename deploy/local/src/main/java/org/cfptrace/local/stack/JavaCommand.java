package org.cfptrace.local.stack;

import java.nio.file.Path;
import java.util.List;

/** How we start a JVM that shall begin quickly and stay small. */
final class JavaCommand {

  private JavaCommand() {}

  static List<String> lean(Path agent, int heapMegabytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx" + heapMegabytes + "m",
        "-Dfile.encoding=UTF-8",
        "-javaagent:" + agent);
  }
}
