package org.cfptrace.service.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.ProblemCode.Kind;
import org.cfptrace.service.answer.Refused;

/** Turns refusals into responses: the one place where a reason gets its number. */
@ApplicationScoped
public class Problems {
  private final MeterRegistry metrics;

  Problems(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** The response for a refusal, in the caller's language. */
  public Response of(Refused refused, HttpHeaders headers) {
    return response(refused.code(), refused.detail(), refused.errors(), headers);
  }

  /** The response for a reason without more to say. */
  public Response of(ProblemCode code, String detail, HttpHeaders headers) {
    return response(code, detail, List.of(), headers);
  }

  private Response response(
      ProblemCode code, String detail, List<FieldError> errors, HttpHeaders headers) {
    metrics.counter("cfptrace.refused", "code", code.name()).increment();
    int status = status(code.kind());
    var response =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(Problem.of(code, status, detail, errors, wantsJapanese(headers)));
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(code));
    }
    return response.build();
  }

  // A participant's own call is signed; everybody else brings a token.
  private static String challenge(ProblemCode code) {
    return code == ProblemCode.UNAUTHENTICATED ? "Bearer" : SignedCall.SCHEME.strip();
  }

  /** Whether the caller would rather read Japanese than English. */
  public static boolean wantsJapanese(HttpHeaders headers) {
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
      case PRECONDITION_FAILED -> 412;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case UNPROCESSABLE -> 422;
      case PRECONDITION_REQUIRED -> 428;
      case TOO_MANY -> 429;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
    };
  }
}
