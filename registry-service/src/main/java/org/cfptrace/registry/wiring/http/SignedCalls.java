package org.cfptrace.registry.wiring.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.SignedCall;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.certificate.TakenCalls;
import org.cfptrace.registry.wiring.RegistrySettings;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;
import org.jboss.logging.Logger;

/** Lets a participant in by its signature over the very call it makes, once. */
@ApplicationScoped
public class SignedCalls {
  private static final Logger LOG = Logger.getLogger(SignedCalls.class);

  private final KeyHistory history;
  private final TakenCalls taken;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;
  private final CurrentVertxRequest current;
  private final String registryDid;

  SignedCalls(
      KeyHistory history,
      TakenCalls taken,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock,
      CurrentVertxRequest current,
      RegistrySettings settings) {
    this.history = history;
    this.taken = taken;
    this.transactions = transactions;
    this.crashPoints = crashPoints;
    this.clock = clock;
    this.current = current;
    this.registryDid = settings.registryDid();
  }

  /**
   * Does the work of a call that participant {@code owner} signed and makes for the first time.
   * Work and call share one transaction, so a crash leaves both or neither. A refusal uses the call
   * up too: it must not be good for another try when it would succeed. So work refuses before it
   * writes anything.
   */
  public <T> T once(String owner, byte[] body, Supplier<T> work) {
    return once(
        body,
        caller -> {
          if (!caller.equals(owner)) {
            throw new Refused(ProblemCode.FORBIDDEN, "this belongs to another participant");
          }
        },
        caller -> work.get());
  }

  /** Like {@link #once(String, byte[], Supplier)}, for work without a result. */
  public void doOnce(String owner, byte[] body, Runnable work) {
    once(
        owner,
        body,
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /** Where the path names nobody: whoever signed the call makes it. */
  public <T> T once(byte[] body, Function<String, T> work) {
    return once(body, caller -> {}, work);
  }

  private <T> T once(byte[] body, Consumer<String> allowed, Function<String, T> work) {
    Supplier<T> answer =
        transactions.inNew(
            () -> {
              var call = checked(body);
              var caller = call.caller().shortId();
              allowed.accept(caller);
              take(call);
              Supplier<T> outcome = outcome(() -> work.apply(caller));
              crashPoints.reach(CrashPoint.SIGNED_CALL_BEFORE_COMMIT);
              return outcome;
            });
    crashPoints.reach(CrashPoint.SIGNED_CALL_AFTER_COMMIT);
    return answer.get();
  }

  private void take(SignedCall call) {
    if (!taken.take(call.id(), call.expiresAt().plus(SignedCall.CLOCK_SKEW))) {
      throw new Refused(
          ProblemCode.SIGNED_CALL_REPEATED, "expected a new call with an id of its own");
    }
  }

  /** What the work answers, or its refusal, to be told once the transaction is kept. */
  private static <T> Supplier<T> outcome(Supplier<T> work) {
    try {
      T done = work.get();
      return () -> done;
    } catch (Refused refusal) {
      return () -> {
        throw refusal;
      };
    }
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
