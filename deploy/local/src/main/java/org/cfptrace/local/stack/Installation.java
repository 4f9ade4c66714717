package org.cfptrace.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built services lie: the checkout from which the platform is started. */
public record Installation(Path root) {

  /** Set by {@code deploy/demo}. */
  public static final String HOME = "cfptrace.home";

  /** The checkout named by the system property, or else the one around the working directory. */
  public static Installation find() {
    String named = System.getProperty(HOME);
    Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (Path path = start; path != null; path = path.getParent()) {
      if (Files.isDirectory(path.resolve("registry-service"))
          && Files.isDirectory(path.resolve("connector"))) {
        return new Installation(path);
      }
    }
    throw new StackFailure("no checkout of CFP Trace found at or above " + start);
  }

  /** The folder with the packaged service of {@code module}. */
  public Path application(String module) {
    Path folder = root.resolve(module).resolve("target/quarkus-app");
    if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
      throw new StackFailure(module + " is not built: run mvn -DskipTests package in " + root);
    }
    return folder;
  }

  public Path examples(String name) {
    return root.resolve("deploy/local/examples").resolve(name);
  }

  public Path defaultData() {
    return root.resolve("deploy/local/data");
  }
}
