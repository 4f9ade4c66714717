package org.cfptrace.service.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.jspecify.annotations.Nullable;

/** Pages by cursor: {@code ?limit=1..100&after=<cursor>}, answered with {@code {items, next}}. */
@ApplicationScoped
public class Paging {
  private static final int USUAL = 50;

  private final HttpServerRequest request;

  Paging(HttpServerRequest request) {
    this.request = request;
  }

  /** The page this request asks for. */
  public PageRequest wanted() {
    return new PageRequest(
        limit(request.getParam("limit")),
        Optional.ofNullable(request.getParam("after")).map(Paging::opened));
  }

  /** A parameter that is true or false, and false when not said. */
  public static boolean flag(String name, @Nullable String text) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"" + name + "\" is true or false");
    }
    return Boolean.parseBoolean(text);
  }

  /** A page on the wire: {@code next} is missing on the last one. */
  public record Listed<T>(List<T> items, @Nullable String next) {}

  /** A page in the form it goes out in. */
  public static <T, R> Listed<R> listed(Page<T> page, Function<? super T, ? extends R> form) {
    var shown = page.<R>map(form);
    return new Listed<>(shown.items(), shown.next().map(Paging::sealed).orElse(null));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    if (!text.matches("[1-9][0-9]?|100")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"limit\" is 1 to " + PageRequest.MOST);
    }
    return Integer.parseInt(text);
  }

  // Opaque to the caller, so that the sort key may change without breaking anybody.
  private static String sealed(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String opened(String cursor) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (key.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("no key of ours has control characters");
      }
      return key;
    } catch (IllegalArgumentException notOurs) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
  }
}
