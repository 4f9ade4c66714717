package org.cfptrace.registry.wiring.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.wiring.RegistrySettings;
import org.cfptrace.registry.wiring.Sql;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.jboss.logging.Logger;

/** Lets a participant in by its signature over the very call it makes, once. */
@ApplicationScoped
public class SignedCalls {
  private static final Logger LOG = Logger.getLogger(SignedCalls.class);

  private final KeyHistory history;
  private final Sql sql;
  private final Clock clock;
  private final CurrentVertxRequest current;
  private final String registryDid;

  SignedCalls(
      KeyHistory history,
      Sql sql,
      Clock clock,
      CurrentVertxRequest current,
      RegistrySettings settings) {
    this.history = history;
    this.sql = sql;
    this.clock = clock;
    this.current = current;
    this.registryDid = settings.registryDid();
  }

  /** Refuses the request unless participant {@code owner} signed it. Needs a transaction. */
  public void require(String owner, byte[] body) {
    var request = current.getCurrent().request();
    var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    SignedCall call;
    try {
      call =
          SignedCall.check(
              header,
              registryDid,
              request.method().name(),
              request.uri(),
              body,
              this::signer,
              clock.instant());
    } catch (UntrustedException e) {
      LOG.infof("signed call refused, reason=%s", e.reason());
      // Which check failed is for our log: the caller either knows how to sign or is probing.
      throw new Refused(
          ProblemCode.SIGNED_CALL_REFUSED, "expected a call signed by the owner's current key");
    }
    if (!call.caller().shortId().equals(owner)) {
      throw new Refused(ProblemCode.FORBIDDEN, "this belongs to another participant");
    }
    takeOnce(call);
  }

  private Optional<SignedCall.Signer> signer(KeyThumbprint kid) {
    return history
        .currentSigner(kid)
        .map(owner -> new SignedCall.Signer(owner.participant(), owner.key()));
  }

  private void takeOnce(SignedCall call) {
    int added =
        sql.run(
            "INSERT INTO signed_call (id, expires_at) VALUES (:id, :expires)"
                + " ON CONFLICT DO NOTHING",
            Map.of("id", call.id(), "expires", call.expiresAt().plus(SignedCall.CLOCK_SKEW)));
    if (added == 0) {
      throw new Refused(
          ProblemCode.SIGNED_CALL_REPEATED, "expected a new call with an id of its own");
    }
  }

  /** Forgets calls that would be refused as expired. */
  public void forgetOld() {
    sql.run("DELETE FROM signed_call WHERE expires_at < :now", Map.of("now", clock.instant()));
  }
}
