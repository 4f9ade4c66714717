package org.cfptrace.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a local platform is to be started.
 *
 * @param extraEnvironment by service name: given to it on top of what it needs, such as a log level
 * @param measuredHeapMegabytes services run with the full compiler and so much heap, as in
 *     production; 0 when they begin quickly and stay small
 */
public record StackOptions(
    Path dataDirectory,
    Installation installation,
    Map<String, Map<String, String>> extraEnvironment,
    int measuredHeapMegabytes) {

  /** The permanent name of the local data space; a name, never an address. */
  public static final String DOMAIN = "registry.cfptrace.example";

  private static final int USUAL_HEAP_MEGABYTES = 1024;

  public StackOptions {
    extraEnvironment = Map.copyOf(extraEnvironment);
  }

  public static StackOptions in(Path dataDirectory) {
    return new StackOptions(dataDirectory, Installation.find(), Map.of(), 0);
  }

  public StackOptions with(Map<String, Map<String, String>> environments) {
    return new StackOptions(dataDirectory, installation, environments, measuredHeapMegabytes);
  }

  /** The same, to be measured. */
  public StackOptions measured() {
    return measured(USUAL_HEAP_MEGABYTES);
  }

  /** The same, to be measured with so much heap for each service. */
  public StackOptions measured(int heapMegabytes) {
    return new StackOptions(dataDirectory, installation, extraEnvironment, heapMegabytes);
  }
}
