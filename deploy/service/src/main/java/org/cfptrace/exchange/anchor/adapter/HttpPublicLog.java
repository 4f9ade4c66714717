package org.cfptrace.exchange.anchor.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.TileMissingException;
import org.cfptrace.log.TileName;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.Tiles;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeHash;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * The registry's log over HTTP. Proofs are worked out from its public tiles: so it does not learn
 * which entry is asked about.
 */
public final class HttpPublicLog implements PublicLog {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
  // Too slow, and too many at once: the same call is good later.
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final String BASE = "/api/v1/log";

  private final String registry;
  private final HttpClient http;
  private final EnrolledParticipant me;
  private final Clock clock;
  private final Duration patience;

  public HttpPublicLog(URI registry, HttpClient http, EnrolledParticipant me, Clock clock) {
    this(registry, http, me, clock, PATIENCE);
  }

  /**
   * The same with another patience.
   *
   * @param patience how long an answer may take, to its last byte
   */
  public HttpPublicLog(
      URI registry, HttpClient http, EnrolledParticipant me, Clock clock, Duration patience) {
    this.registry = requireNonNull(registry, "registry").toString().replaceAll("/+$", "");
    this.http = requireNonNull(http, "http");
    this.me = requireNonNull(me, "me");
    this.clock = requireNonNull(clock, "clock");
    this.patience = requireNonNull(patience, "patience");
  }

  @Override
  public Map<LogEntry, Long> submit(Collection<LogEntry> entries) {
    ObjectNode body = StrictJson.object();
    ArrayNode texts = body.putArray("entries");
    Map<String, LogEntry> asked = new HashMap<>();
    for (LogEntry entry : entries) {
      texts.add(entry.toString());
      asked.put(entry.toString(), entry);
    }
    Map<LogEntry, Long> places = new HashMap<>();
    for (JsonNode answered : json(signed("/entries", body)).path("entries")) {
      Optional<LogEntry> entry = Optional.ofNullable(asked.get(answered.path("entry").asText()));
      JsonNode index = answered.path("index");
      if (entry.isPresent() && (index.isIntegralNumber() || index.isTextual())) {
        places.put(entry.get(), wholeNumber(index.asText()));
      }
    }
    return places;
  }

  @Override
  public void setStatus(SigningInput declaration, StatusBit bit) {
    ObjectNode body =
        StrictJson.object()
            .put("entry", declaration.id().value())
            .put("signingInput", declaration.text())
            .put(bit == StatusBit.RECALLED ? "recalled" : "superseded", true);
    signed("/status", body);
  }

  @Override
  public String checkpoint() {
    return text(get("/log/checkpoint"));
  }

  @Override
  public List<InclusionProof> inclusions(List<Long> indexes, long size) {
    // Of one reading, so that a tile that many of them need is fetched once.
    return fromTiles(size, tiles -> indexes.stream().map(tiles::inclusion).toList());
  }

  @Override
  public TreeHash root(long size) {
    return fromTiles(size, Tiles::root);
  }

  @Override
  public ConsistencyProof consistency(long from, long to) {
    return fromTiles(to, tiles -> tiles.consistencyFrom(from));
  }

  @Override
  public List<LogEntry> entries(long from, long size) {
    return TileName.in(size, TileName.ENTRIES, from / TileName.FULL)
        .filter(name -> from % TileName.FULL < name.width())
        .flatMap(this::bundle)
        .map(bundle -> entries(bundle, (int) (from % TileName.FULL)))
        .orElseThrow(() -> new LogAwayException("the log does not show entry " + from));
  }

  /** A bundle of just that width, or the full one that has taken its place. */
  private Optional<byte[]> bundle(TileName name) {
    Optional<byte[]> exact = tile(name);
    return exact.isPresent() || name.isFull() ? exact : tile(name.full());
  }

  /** Each entry is 33 bytes, with that length in front in two bytes. */
  private static List<LogEntry> entries(byte[] bundle, int from) {
    List<LogEntry> entries = new ArrayList<>();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(bundle);
      bytes.position(from * (Short.BYTES + LogEntry.BYTES));
      while (bytes.hasRemaining()) {
        byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(entry);
        entries.add(LogEntry.parse(entry));
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new LogAwayException("the log shows entries that cannot be read", e);
    }
    if (entries.isEmpty()) {
      throw new LogAwayException("the log shows no entries");
    }
    return entries;
  }

  @Override
  public String statusList() {
    return text(get("/status-list")).strip();
  }

  @Override
  public List<Timestamp> timestamps() {
    List<Timestamp> stamps = new ArrayList<>();
    long from = 0;
    JsonNode page = stampsFrom(from);
    while (!page.isEmpty()) {
      page.forEach(stamp -> stamps.add(timestamp(stamp)));
      // The oldest come first, so many at once: the newest are on the last page.
      long next = wholeNumber(page.get(page.size() - 1).path("size").asText()) + 1;
      if (next <= from) {
        throw new LogAwayException("the log shows its stamps out of order");
      }
      from = next;
      page = stampsFrom(from);
    }
    return stamps;
  }

  private JsonNode stampsFrom(long size) {
    return json(get("/log/timestamps?size=" + size)).path("items");
  }

  private static Timestamp timestamp(JsonNode stamp) {
    try {
      return new Timestamp(
          stamp.path("checkpoint").asText(),
          Base64.getDecoder().decode(stamp.path("token").asText()));
    } catch (IllegalArgumentException e) {
      throw new LogAwayException("the log shows a stamp that cannot be read", e);
    }
  }

  private <T> T fromTiles(long size, Function<Tiles, T> proof) {
    TileSource source = this::tile;
    try {
      return proof.apply(new Tiles(source, size));
    } catch (TileMissingException | IllegalArgumentException e) {
      throw new LogAwayException("the log does not show a tree of " + size, e);
    }
  }

  private Optional<byte[]> tile(TileName name) {
    Answer answer = send(request("/log/tile/" + name.path()).GET().build());
    return answer.status() == 404 ? Optional.empty() : Optional.of(good(answer));
  }

  private byte[] get(String path) {
    return good(send(request(path).GET().build()));
  }

  private byte[] signed(String path, ObjectNode body) {
    byte[] bytes = StrictJson.write(body);
    URI uri = URI.create(registry + BASE + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header(
                "Authorization",
                SignedCall.authorise(
                    me.keys().signing(),
                    me.id(),
                    me.trustAnchor().registryDid(),
                    "POST",
                    uri,
                    bytes,
                    clock))
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    Answer answer = send(request);
    if (answer.status() / 100 == 4 && !PASSING.contains(answer.status())) {
      throw new LogRefusedException("the log answers with " + answer.status());
    }
    return good(answer);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(registry + "/api/v1" + path)).timeout(patience);
  }

  /** The request's own timeout ends with the headers; here the whole answer has to come in time. */
  private Answer send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(request, headers -> new BoundedBody(LONGEST_ANSWER));
    try {
      HttpResponse<byte[]> response = asked.get(patience.toMillis(), MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      throw new LogAwayException("the log does not answer", e);
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new LogAwayException("the log does not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      asked.cancel(true);
      throw new LogAwayException("interrupted while asking the log", e);
    }
  }

  private static byte[] good(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new LogAwayException("the log answers with " + answer.status());
    }
    return answer.body();
  }

  private static JsonNode json(byte[] body) {
    try {
      return StrictJson.parse(body);
    } catch (MalformedException e) {
      throw new LogAwayException("the log answers with something that is not JSON", e);
    }
  }

  private static String text(byte[] body) {
    return new String(body, UTF_8);
  }

  private static long wholeNumber(String text) {
    try {
      long number = Long.parseLong(text);
      if (number < 0) {
        throw new LogAwayException("the log answers with a place below zero");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new LogAwayException("the log answers with a place that is no number", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared or kept
  private record Answer(int status, byte[] body) {}
}
