package org.cfptrace.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a local platform is to be started.
 *
 * @param extraEnvironment by service name: given to it on top of what it needs, such as a log level
 * @param forThroughput services run with the full compiler and a large heap, as in production; else
 *     they begin quickly and stay small
 */
public record StackOptions(
    Path dataDirectory,
    Installation installation,
    Map<String, Map<String, String>> extraEnvironment,
    boolean forThroughput) {

  /** The permanent name of the local data space; a name, never an address. */
  public static final String DOMAIN = "registry.cfptrace.example";

  public StackOptions {
    extraEnvironment = Map.copyOf(extraEnvironment);
  }

  public static StackOptions in(Path dataDirectory) {
    return new StackOptions(dataDirectory, Installation.find(), Map.of(), false);
  }

  public StackOptions with(Map<String, Map<String, String>> environments) {
    return new StackOptions(dataDirectory, installation, environments, forThroughput);
  }

  /** The same, to be measured. */
  public StackOptions measured() {
    return new StackOptions(dataDirectory, installation, extraEnvironment, true);
  }
}
