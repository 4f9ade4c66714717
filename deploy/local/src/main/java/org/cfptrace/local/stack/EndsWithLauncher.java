package org.cfptrace.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends a process when its launcher is gone. The launcher holds the other end of standard input; it
 * closes when the launcher ends in whatever way, {@code kill -9} included. Runs as a Java agent, so
 * that the services themselves know nothing of it.
 */
public final class EndsWithLauncher {

  private static final Duration ORDERLY = Duration.ofSeconds(10);

  private EndsWithLauncher() {}

  /** Called by the JVM before the service's own main method. */
  public static void premain(String arguments) {
    watch(System.in);
  }

  static void watch(InputStream launcher) {
    Thread watcher = new Thread(() -> endAfter(launcher), "ends-with-launcher");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void endAfter(InputStream launcher) {
    try {
      while (launcher.read() >= 0) {
        // Nothing is said on this line; only its end matters.
      }
    } catch (IOException closed) {
      // As good as its end.
    }
    Thread last = new Thread(EndsWithLauncher::haltSoon, "halt");
    last.setDaemon(true);
    last.start();
    System.exit(0);
  }

  private static void haltSoon() {
    try {
      Thread.sleep(ORDERLY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
