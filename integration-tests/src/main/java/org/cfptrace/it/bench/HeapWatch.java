package org.cfptrace.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How much heap a service uses, by its own metrics. */
final class HeapWatch {
  private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
  private static final String LIMIT = "jvm_memory_max_bytes{area=\"heap\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI metrics;
  private long most;
  private long limit;

  HeapWatch(URI service) {
    this.metrics = service.resolve("/q/metrics");
  }

  /** Looks now. */
  void look() throws InterruptedException {
    String text = text();
    most = Math.max(most, sum(text, USED));
    limit = sum(text, LIMIT);
  }

  /** The most that was seen, in bytes. */
  long most() {
    return most;
  }

  /** The most there can be, in bytes. */
  long limit() {
    return limit;
  }

  private static long sum(String text, String metric) {
    return text.lines()
        .filter(line -> line.startsWith(metric))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .filter(bytes -> bytes > 0)
        .sum();
  }

  private String text() throws InterruptedException {
    try {
      return http.send(
              HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException("no metrics at " + metrics, e);
    }
  }
}
