package org.cfptrace.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * One of our services as a process with an HTTP door, and the login by which its owner uses it. It
 * can be killed and started again on the same port, database and keys.
 */
public final class Service implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final ChildProcess process;
  private final URI url;
  private final Login login;

  Service(ChildProcess process, URI url, Login login) {
    this.process = process;
    this.url = url;
    this.login = login;
  }

  public String name() {
    return process.name();
  }

  /** Where its doors are: {@code http://127.0.0.1:<port>}. */
  public URI url() {
    return url;
  }

  /** Its owner's login. */
  public Login login() {
    return login;
  }

  public Path log() {
    return process.log();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Begins to start; {@link #awaitReady} tells when its doors are open. */
  public void start() {
    process.start();
  }

  /** Returns when the service says it is ready, fails with the end of its log when it is not. */
  public void awaitReady() {
    Instant end = Instant.now().plus(START);
    while (Instant.now().isBefore(end)) {
      process.failIfEnded();
      if (isReady()) {
        return;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackFailure("interrupted while " + name() + " was starting", e);
      }
    }
    throw new StackFailure(
        name()
            + " was not ready after "
            + START.toSeconds()
            + " s; its log: "
            + log()
            + process.endOfLog());
  }

  /** Whether the readiness door answers 200 now. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** Asks to stop and does not wait, so that several services stop side by side. */
  void askToStop() {
    process.askToStop();
  }

  @Override
  public void close() {
    process.close();
  }
}
