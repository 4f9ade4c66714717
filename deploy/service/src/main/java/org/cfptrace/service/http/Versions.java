package org.cfptrace.service.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Optimistic locking over HTTP: a read shows its version as ETag, a change names it in If-Match.
 */
@ApplicationScoped
public class Versions {
  private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

  private final HttpServerRequest request;

  Versions(HttpServerRequest request) {
    this.request = request;
  }

  /** The version this request means to change; refused when it does not say. */
  public ExpectedVersion expected() {
    return expectedIfSaid()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.VERSION_REQUIRED,
                    "send If-Match with the ETag you have read, such as \"3\""));
  }

  /**
   * As {@link #expected}, but the first version of a thing (while it is at 0) need not be named.
   */
  public ExpectedVersion expectedOrFirst(long present) {
    return present == 0 ? expectedIfSaid().orElseGet(() -> new ExpectedVersion(0)) : expected();
  }

  /** The version this request means to change, where it says one. */
  public Optional<ExpectedVersion> expectedIfSaid() {
    return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)).map(Versions::read);
  }

  private static ExpectedVersion read(String header) {
    var etag = ETAG.matcher(header.strip());
    if (!etag.matches()) {
      throw new Refused(
          ProblemCode.VERSION_OUTDATED,
          "If-Match names no version of this: expected such as \"3\"");
    }
    return new ExpectedVersion(Long.parseLong(etag.group(1)));
  }

  /** A body with its version. */
  public static Response shown(Object body, long version) {
    return Response.ok(body).header(HttpHeaders.ETAG, etag(version)).build();
  }

  static String etag(long version) {
    return "\"" + version + "\"";
  }
}
