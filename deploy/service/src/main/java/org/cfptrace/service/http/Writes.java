package org.cfptrace.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Makes every write repeatable: the caller names it with an {@code Idempotency-Key}; the first
 * request with that key does the work, a repeat gets the first one's answer, the same key with
 * another request is refused. Key, answer and work share one transaction, so a crash leaves all or
 * none; of two at the same moment one waits for the other on the key's row. A refused write leaves
 * nothing, its key stays free. A write that the database gave up because it and another waited for
 * each other is done again, so that the caller hears nothing of it.
 */
@ApplicationScoped
public class Writes {
  /** The header a caller names its write with. */
  public static final String KEY_HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");
  private static final byte[] NO_BODY = new byte[0];

  private final KeptAnswers answers;
  private final Transactions transactions;
  private final HttpServerRequest request;
  private final Caller caller;
  private final ObjectMapper json;
  private final CrashPoints crashPoints;

  Writes(
      KeptAnswers answers,
      Transactions transactions,
      HttpServerRequest request,
      Caller caller,
      ObjectMapper json,
      CrashPoints crashPoints) {
    this.answers = answers;
    this.transactions = transactions;
    this.request = request;
    this.caller = caller;
    this.json = json;
    this.crashPoints = crashPoints;
  }

  /** Does a write that has a body, once. */
  public Response once(Body body, Supplier<Answer> work) {
    return once(body.bytes(), work);
  }

  /** Does a write that has no body, once. */
  public Response once(Supplier<Answer> work) {
    return once(NO_BODY, work);
  }

  private Response once(byte[] body, Supplier<Answer> work) {
    return once(caller.writer(), body, work);
  }

  /**
   * Does a write once.
   *
   * @param who whose key it is, where that is not the signed-in user
   */
  public Response once(String who, byte[] body, Supplier<Answer> work) {
    var name = new KeptAnswers.Name(who, key());
    String digest = digest(body);
    Response answered =
        transactions.inNewUntilKept(
            () -> answers.claim(name, digest) ? firstTime(name, work) : again(name, digest));
    crashPoints.reach(CrashPoint.HTTP_WRITE_AFTER_COMMIT);
    return answered;
  }

  /**
   * A write whose body is read while it comes in, in a transaction of its own making; it is known
   * as a whole only at its end.
   */
  public StreamedWrite streamed(InputStream body) {
    return new StreamedWrite(
        new KeptAnswers.Name(caller.writer(), key()),
        new DigestInputStream(body, begun()),
        answers,
        this::written,
        crashPoints);
  }

  private Response firstTime(KeptAnswers.Name name, Supplier<Answer> work) {
    var answer = StoredAnswer.of(work.get(), this::written);
    answers.keep(name, answer);
    crashPoints.reach(CrashPoint.HTTP_WRITE_BEFORE_COMMIT);
    return response(answer);
  }

  private Response again(KeptAnswers.Name name, String digest) {
    var kept = answers.kept(name);
    refuseUnlessSame(kept, digest);
    return response(kept.answer());
  }

  static void refuseUnlessSame(KeptAnswers.Kept kept, String digest) {
    if (!kept.requestDigest().equals(digest)) {
      throw new Refused(
          ProblemCode.IDEMPOTENCY_KEY_REUSED, "use a new key for a request that differs");
    }
  }

  private String key() {
    var key = request.getHeader(KEY_HEADER);
    int longest = answers.longestKey();
    if (key == null || key.length() > longest || !KEY.matcher(key).matches()) {
      throw new Refused(
          ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
          "send a header "
              + KEY_HEADER
              + " of 1 to "
              + longest
              + " visible characters, such as a new UUID");
    }
    return key;
  }

  /**
   * What makes two requests the same: method, path with its query, the version they change, and the
   * body.
   */
  private String digest(byte[] body) {
    return HexFormat.of().formatHex(begun().digest(body));
  }

  private MessageDigest begun() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var head =
          request.method().name()
              + "\n"
              + request.uri()
              + "\n"
              + Objects.requireNonNullElse(request.getHeader(HttpHeaders.IF_MATCH), "")
              + "\n";
      sha256.update(head.getBytes(StandardCharsets.UTF_8));
      return sha256;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String written(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getName(), e);
    }
  }

  static Response response(StoredAnswer answer) {
    // What a write answers may be a secret, and is of today: no cache on the way keeps it.
    var response = Response.status(answer.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    answer
        .version()
        .ifPresent(version -> response.header(HttpHeaders.ETAG, Versions.etag(version)));
    answer.location().ifPresent(location -> response.header(HttpHeaders.LOCATION, location));
    answer
        .body()
        .ifPresent(
            body ->
                response
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(body.getBytes(StandardCharsets.UTF_8)));
    return response.build();
  }
}
