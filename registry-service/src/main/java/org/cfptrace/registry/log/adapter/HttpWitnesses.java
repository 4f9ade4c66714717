package org.cfptrace.registry.log.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.cfptrace.log.NoteSignature;
import org.cfptrace.log.TreeHash;
import org.cfptrace.log.WitnessRequest;
import org.cfptrace.registry.log.Witnesses;
import org.cfptrace.strict.MalformedException;
import org.jboss.logging.Logger;

/** Witnesses over HTTP (C2SP tlog-witness), asked side by side. */
public final class HttpWitnesses implements Witnesses, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HttpWitnesses.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int LONGEST_ANSWER = 4096;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService threads = Executors.newCachedThreadPool(HttpWitnesses::thread);
  private final Map<String, URI> addresses;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  /** Addresses by the name of the witness's key. */
  public HttpWitnesses(Map<String, URI> addresses) {
    this.addresses = Map.copyOf(addresses);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "witness");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public List<NoteSignature> cosign(List<Ask> asks, LongFunction<List<TreeHash>> proofFrom) {
    List<Future<Optional<NoteSignature>>> answers = new ArrayList<>();
    for (Ask ask : asks) {
      answers.add(threads.submit(() -> cosigned(ask, proofFrom)));
    }
    List<NoteSignature> lines = new ArrayList<>();
    for (int i = 0; i < asks.size(); i++) {
      answer(answers.get(i), asks.get(i)).ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<NoteSignature> answer(Future<Optional<NoteSignature>> answer, Ask ask) {
    try {
      return answer.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf(e, "witness did not sign, witness=%s", ask.witness().name());
      answer.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<NoteSignature> cosigned(Ask ask, LongFunction<List<TreeHash>> proofFrom)
      throws IOException, InterruptedException {
    String name = ask.witness().name();
    HttpResponse<String> answer = asked(ask, seen.getOrDefault(name, 0L), proofFrom);
    if (answer.statusCode() == CONFLICT) {
      // It tells where it is; we go on from there.
      Optional<Long> size = size(answer.body(), ask.checkpoint().size());
      if (size.isPresent()) {
        answer = asked(ask, size.get(), proofFrom);
      }
    }
    if (answer.statusCode() != OK) {
      LOG.warnf("witness refused, witness=%s, status=%d", name, answer.statusCode());
      return Optional.empty();
    }
    seen.put(name, ask.checkpoint().size());
    return signature(ask, answer.body());
  }

  private HttpResponse<String> asked(Ask ask, long old, LongFunction<List<TreeHash>> proofFrom)
      throws IOException, InterruptedException {
    String body = new WitnessRequest(old, proofFrom.apply(old), ask.note().written()).written();
    return http.send(
        HttpRequest.newBuilder(addresses.get(ask.witness().name()))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static Optional<Long> size(String body, long most) {
    try {
      long size = Long.parseLong(body.strip());
      return size < 0 || size > most ? Optional.empty() : Optional.of(size);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The line of the key we know; a witness may sign with others as well. */
  private static Optional<NoteSignature> signature(Ask ask, String body) {
    if (body.length() > LONGEST_ANSWER) {
      return Optional.empty();
    }
    try {
      return body.lines()
          .map(NoteSignature::parse)
          .filter(line -> line.name().equals(ask.witness().name()))
          .filter(line -> line.keyId() == ask.witness().id())
          .findFirst();
    } catch (MalformedException e) {
      LOG.warnf("witness answered no signature, witness=%s", ask.witness().name());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
