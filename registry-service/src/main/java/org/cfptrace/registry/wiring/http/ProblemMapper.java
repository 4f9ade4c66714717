package org.cfptrace.registry.wiring.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.registry.answer.FieldError;
import org.cfptrace.registry.answer.ProblemCode;
import org.cfptrace.registry.answer.ProblemCode.Kind;
import org.cfptrace.registry.answer.Refused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure leaves the door as a problem; what we did not expect leaves with a number to look
 * up in the log and nothing else.
 */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final MeterRegistry metrics;

  ProblemMapper(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @ServerExceptionMapper
  public Response refused(Refused refused, HttpHeaders headers) {
    return response(refused.code(), refused.detail(), refused.errors(), headers);
  }

  @ServerExceptionMapper
  public Response notSignedIn(UnauthorizedException unknown, HttpHeaders headers) {
    return plain(ProblemCode.UNAUTHENTICATED, "a bearer token is needed", headers);
  }

  @ServerExceptionMapper
  public Response badToken(AuthenticationFailedException rejected, HttpHeaders headers) {
    return plain(ProblemCode.UNAUTHENTICATED, "the bearer token is not accepted", headers);
  }

  @ServerExceptionMapper
  public Response notAllowed(ForbiddenException forbidden, HttpHeaders headers) {
    return plain(ProblemCode.FORBIDDEN, "none of the caller's roles opens this door", headers);
  }

  @ServerExceptionMapper
  public Response standard(WebApplicationException failure, HttpHeaders headers) {
    return switch (failure.getResponse().getStatus()) {
      case 400 -> plain(ProblemCode.MALFORMED_BODY, "the request cannot be read", headers);
      case 401 -> plain(ProblemCode.UNAUTHENTICATED, "a bearer token is needed", headers);
      case 403 ->
          plain(ProblemCode.FORBIDDEN, "none of the caller's roles opens this door", headers);
      case 404 -> plain(ProblemCode.NOT_FOUND, "there is nothing at this path", headers);
      case 405 -> plain(ProblemCode.METHOD_NOT_ALLOWED, "this path has other methods", headers);
      case 406 -> plain(ProblemCode.NOT_ACCEPTABLE, "expected application/json", headers);
      case 413 -> plain(ProblemCode.BODY_TOO_LARGE, "expected at most 64 KiB", headers);
      case 415 -> plain(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "expected application/json", headers);
      default -> unexpected(failure, headers);
    };
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure, HttpHeaders headers) {
    var incident = UUID.randomUUID();
    LOG.errorf(failure, "unexpected failure, incident=%s", incident);
    return plain(ProblemCode.INTERNAL, "incident " + incident, headers);
  }

  private Response plain(ProblemCode code, String detail, HttpHeaders headers) {
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

  private static String challenge(ProblemCode code) {
    return code == ProblemCode.UNAUTHENTICATED ? "Bearer" : SignedCall.SCHEME.strip();
  }

  private static boolean wantsJapanese(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("ja") || language.equals("en"))
        .findFirst()
        .filter("ja"::equals)
        .isPresent();
  }

  private static int status(Kind kind) {
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
    };
  }
}
