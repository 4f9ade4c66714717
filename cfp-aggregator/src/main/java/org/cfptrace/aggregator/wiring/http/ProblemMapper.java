package org.cfptrace.aggregator.wiring.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.cfptrace.aggregator.answer.ProblemCode;
import org.cfptrace.aggregator.answer.Refused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure leaves the door as a problem; what we did not expect leaves with a number to look
 * up in the log and nothing else.
 */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final Problems problems;

  ProblemMapper(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  public Response refused(Refused refused, HttpHeaders headers) {
    return problems.of(refused, headers);
  }

  @ServerExceptionMapper
  public Response notSignedIn(UnauthorizedException unknown, HttpHeaders headers) {
    return problems.of(ProblemCode.UNAUTHENTICATED, "a bearer token is needed", headers);
  }

  @ServerExceptionMapper
  public Response badToken(AuthenticationFailedException rejected, HttpHeaders headers) {
    return problems.of(ProblemCode.UNAUTHENTICATED, "the bearer token is not accepted", headers);
  }

  @ServerExceptionMapper
  public Response notAllowed(ForbiddenException forbidden, HttpHeaders headers) {
    return problems.of(
        ProblemCode.FORBIDDEN, "none of the caller's roles opens this door", headers);
  }

  @ServerExceptionMapper
  public Response standard(WebApplicationException failure, HttpHeaders headers) {
    return switch (failure.getResponse().getStatus()) {
      case 400 -> problems.of(ProblemCode.MALFORMED_BODY, "the request cannot be read", headers);
      case 401 -> problems.of(ProblemCode.UNAUTHENTICATED, "a bearer token is needed", headers);
      case 403 ->
          problems.of(ProblemCode.FORBIDDEN, "none of the caller's roles opens this door", headers);
      case 404 -> problems.of(ProblemCode.NOT_FOUND, "there is nothing at this path", headers);
      case 405 ->
          problems.of(ProblemCode.METHOD_NOT_ALLOWED, "this path has other methods", headers);
      case 406 -> problems.of(ProblemCode.NOT_ACCEPTABLE, "expected application/json", headers);
      case 413 -> problems.of(ProblemCode.BODY_TOO_LARGE, "more bytes than allowed", headers);
      case 415 ->
          problems.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "expected application/json", headers);
      default -> unexpected(failure, headers);
    };
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure, HttpHeaders headers) {
    var incident = UUID.randomUUID();
    LOG.errorf(failure, "unexpected failure, incident=%s", incident);
    return problems.of(ProblemCode.INTERNAL, "incident " + incident, headers);
  }
}
