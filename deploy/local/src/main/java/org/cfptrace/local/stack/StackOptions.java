package org.cfptrace.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a local platform is to be started.
 *
 * @param extraEnvironment given to every service on top of what it needs, such as a log level
 */
public record StackOptions(
    Path dataDirectory, Installation installation, Map<String, String> extraEnvironment) {

  /** The permanent name of the local data space; a name, never an address. */
  public static final String DOMAIN = "registry.cfptrace.example";

  public StackOptions {
    extraEnvironment = Map.copyOf(extraEnvironment);
  }

  public static StackOptions in(Path dataDirectory) {
    return new StackOptions(dataDirectory, Installation.find(), Map.of());
  }

  public StackOptions with(Map<String, String> environment) {
    return new StackOptions(dataDirectory, installation, environment);
  }
}
