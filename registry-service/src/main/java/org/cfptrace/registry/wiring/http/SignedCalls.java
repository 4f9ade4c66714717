package org.cfptrace.registry.wiring.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.certificate.TakenCalls;
import org.cfptrace.registry.wiring.RegistrySettings;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.jboss.logging.Logger;

/** Lets a participant in by its signature over the very call it makes, once. */
@ApplicationScoped
public class SignedCalls {
  private static final Logger LOG = Logger.getLogger(SignedCalls.class);

  private final KeyHistory history;
  private final TakenCalls taken;
  private final Transactions transactions;
  private final Clock clock;
  private final CurrentVertxRequest current;
  private final String registryDid;

  SignedCalls(
      KeyHistory history,
      TakenCalls taken,
      Transactions transactions,
      Clock clock,
      CurrentVertxRequest current,
      RegistrySettings settings) {
    this.history = history;
    this.taken = taken;
    this.transactions = transactions;
    this.clock = clock;
    this.current = current;
    this.registryDid = settings.registryDid();
  }

  /**
   * Refuses the request unless participant {@code owner} signed it and makes it for the first time.
   * The call is used up here, in a transaction of its own that ends before the work begins: one
   * that is refused later must not be good for another try when it would succeed.
   */
  public void require(String owner, byte[] body) {
    take(
        body,
        caller -> {
          if (!caller.equals(owner)) {
            throw new Refused(ProblemCode.FORBIDDEN, "this belongs to another participant");
          }
        });
  }

  /** Like {@link #require}, where the path names nobody: whoever signed the call makes it. */
  public String caller(byte[] body) {
    return take(body, caller -> {});
  }

  private String take(byte[] body, Consumer<String> allowed) {
    var caller = new String[1];
    boolean isNew =
        transactions.inNew(
            () -> {
              var call = checked(body);
              caller[0] = call.caller().shortId();
              allowed.accept(caller[0]);
              return taken.take(call.id(), call.expiresAt().plus(SignedCall.CLOCK_SKEW));
            });
    if (!isNew) {
      throw new Refused(
          ProblemCode.SIGNED_CALL_REPEATED, "expected a new call with an id of its own");
    }
    return caller[0];
  }

  private SignedCall checked(byte[] body) {
    var request = current.getCurrent().request();
    var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    try {
      return SignedCall.check(
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
  }

  private Optional<SignedCall.Signer> signer(KeyThumbprint kid) {
    return history
        .currentSigner(kid)
        .map(owner -> new SignedCall.Signer(owner.participant(), owner.key()));
  }
}
