package org.cfptrace.aggregator.wiring.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.cfptrace.aggregator.answer.ProblemCode;
import org.cfptrace.aggregator.answer.ProblemCode.Kind;
import org.cfptrace.aggregator.answer.Refused;

/** Turns refusals into responses: the one place where a reason gets its number. */
@ApplicationScoped
public class Problems {
  /** The response for a refusal, in the caller's language. */
  public Response of(Refused refused, HttpHeaders headers) {
    int status = status(refused.code().kind());
    return response(
        Problem.of(
            refused.code(), status, refused.detail(), refused.errors(), wantsJapanese(headers)));
  }

  /** The response for a reason without more to say. */
  public Response of(ProblemCode code, String detail, HttpHeaders headers) {
    return response(
        Problem.of(code, status(code.kind()), detail, List.of(), wantsJapanese(headers)));
  }

  private static Response response(Problem problem) {
    var response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(problem);
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private static boolean wantsJapanese(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("ja") || language.equals("en"))
        .findFirst()
        .filter("ja"::equals)
        .isPresent();
  }

  static int status(Kind kind) {
    return switch (kind) {
      case BAD_REQUEST -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case UNPROCESSABLE -> 422;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
    };
  }
}
