package org.cfptrace.service.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure leaves the door as a problem; what we did not expect leaves with a number to look
 * up in the log and nothing else.
 */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final Problems problems;
  private final int mostBytes;

  ProblemMapper(
      Problems problems, @ConfigProperty(name = "cfptrace.doors.most-bytes") int mostBytes) {
    this.problems = problems;
    this.mostBytes = mostBytes;
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
  public Response changedMeanwhile(OptimisticLockException conflict, HttpHeaders headers) {
    return problems.of(
        ProblemCode.VERSION_OUTDATED, "somebody else changed it at the same moment", headers);
  }

  @ServerExceptionMapper
  public Response writtenMeanwhile(ConstraintViolationException conflict, HttpHeaders headers) {
    LOG.warnf("two writes met: constraint=%s", conflict.getConstraintName());
    return problems.of(
        ProblemCode.CONFLICT, "somebody else wrote the same at the same moment", headers);
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
      case 413 ->
          problems.of(
              ProblemCode.BODY_TOO_LARGE, "expected at most " + mostBytes / 1024 + " KiB", headers);
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
