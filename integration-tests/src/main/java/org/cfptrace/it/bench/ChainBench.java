package org.cfptrace.it.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.keys.CryptoProviders;

/**
 * The audit of a whole chain on one core against OpenSSL on the same machine, in one run. Prints
 * the ratio bound ÷ measured. The bound counts the two signatures that each declaration of a chain
 * stands on, of the copy and of the statement behind it, and nothing else: no commitment, no
 * digest, no JSON, no proof.
 *
 * <p>Argument: how many declarations (default 10,000).
 */
public final class ChainBench {
  private static final int USUAL = 10_000;
  private static final int ROUNDS = 3;
  private static final int BOUND_SECONDS = 3;

  private ChainBench() {}

  public static void main(String[] arguments) {
    int declarations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
    say("provider %s, making %d declarations ...", CryptoProviders.chosen().name(), declarations);
    AuditedTree tree = new AuditedTree(declarations);
    round(tree);
    Optional<OpenSslBound> bound = OpenSslBound.measure(BOUND_SECONDS);
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, round(tree));
    }
    say(
        "%d declarations verified, coverage 100 %%, in %.1f s of a core: %.1f µs each",
        declarations, best * declarations / 1e6, best);
    if (bound.isEmpty()) {
      say("openssl is not installed: no ratio");
      return;
    }
    double least = 2e6 / bound.get().verifies();
    say("openssl: %.0f verifies a second", bound.get().verifies());
    say("bound (2 verifies) %.1f µs a declaration; ratio %.2f (aim 0.5)", least, least / best);
  }

  /** Microseconds of this thread's own core for each declaration, by a verifier new to them. */
  static double round(AuditedTree tree) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    ChainVerdict verdict = tree.verify(tree.verifier());
    long spent = threads.getCurrentThreadCpuTime() - start;
    if (!verdict.isVerified() || !verdict.coverage().text().equals("100")) {
      throw new IllegalStateException("not verified: " + verdict.coverage());
    }
    return spent / 1e3 / verdict.hops().size();
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
