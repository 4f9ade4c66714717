package org.cfptrace.registry.limit.adapter;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts requests at public doors, and refuses those of an address that has used up its share. */
@Singleton
public class LimitFilter {
  private static final String WAIT = LimitFilter.class.getName() + ".wait";

  // Both are proxies: filters are made before there are settings to read.
  private final Allowances allowances;
  private final Callers callers;

  LimitFilter(Allowances allowances, Callers callers) {
    this.allowances = allowances;
    this.callers = callers;
  }

  /** Before a thread is spent on the request. */
  @PublicDoor(PublicDoor.Kind.READ)
  @ServerRequestFilter(nonBlocking = true)
  public void count(
      ContainerRequestContext request, ResourceInfo door, HttpServerRequest connection) {
    var kind = door.getResourceMethod().getAnnotation(PublicDoor.class).value();
    var wait = allowances.take(kind, callers.address(connection));
    if (!wait.isZero()) {
      var seconds = wait.plus(Duration.ofNanos(999_999_999)).toSeconds();
      request.setProperty(WAIT, seconds);
      throw new Refused(ProblemCode.TOO_MANY_REQUESTS, "try again in " + seconds + " s");
    }
  }

  /** Says when it is worth trying again. */
  @ServerResponseFilter
  public void sayHowLong(ContainerRequestContext request, ContainerResponseContext response) {
    var seconds = request.getProperty(WAIT);
    if (seconds != null) {
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
    }
  }
}
