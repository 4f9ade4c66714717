package org.cfptrace.it.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.keys.CryptoProviders;

/**
 * One hop's cryptography on one core against OpenSSL on the same machine, in one run. Prints the
 * ratio bound ÷ measured: 1 would mean that nothing but OpenSSL's curve arithmetic was paid for.
 *
 * <p>Argument: seconds to measure (default 10); warming up takes as long again.
 */
public final class CryptoBench {
  private static final int ROUNDS = 5;

  private CryptoBench() {}

  public static void main(String[] arguments) {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    Hop hop = new Hop();
    say("provider %s, %d s to warm up", CryptoProviders.chosen().name(), seconds);
    round(hop, seconds * 1_000_000_000L);
    Optional<OpenSslBound> bound = OpenSslBound.measure(Math.max(1, seconds / 5));
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(hop, seconds * 1_000_000_000L / ROUNDS));
    }
    Round median =
        rounds.stream()
            .sorted((a, b) -> Double.compare(a.total(), b.total()))
            .toList()
            .get(ROUNDS / 2);
    say("declare + commit + sign + seal      %8.1f µs of a core", median.sendMicros());
    say("open + verify + check the commitment %7.1f µs of a core", median.receiveMicros());
    say("one hop                             %8.1f µs of a core", median.total());
    if (bound.isEmpty()) {
      say("openssl is not installed: no ratio");
      return;
    }
    say(
        "openssl: %.0f signs, %.0f verifies, %.0f agreements a second",
        bound.get().signs(), bound.get().verifies(), bound.get().agreements());
    say(
        "bound (2 signs, 1 key pair, 2 agreements, 2 verifies) %.1f µs; ratio %.2f (aim 0.5)",
        bound.get().microsecondsPerHop(), bound.get().microsecondsPerHop() / median.total());
  }

  private record Round(double sendMicros, double receiveMicros) {
    double total() {
      return sendMicros + receiveMicros;
    }
  }

  /** Time of this thread's own core, so that a neighbour on the machine does not count. */
  private static Round round(Hop hop, long nanoseconds) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + nanoseconds;
    long hops = 0;
    long sending = 0;
    long receiving = 0;
    while (System.nanoTime() < end) {
      long start = threads.getCurrentThreadCpuTime();
      byte[] envelope = hop.send();
      long between = threads.getCurrentThreadCpuTime();
      hop.receive(envelope);
      receiving += threads.getCurrentThreadCpuTime() - between;
      sending += between - start;
      hops++;
    }
    return new Round(sending / 1e3 / hops, receiving / 1e3 / hops);
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
