package org.cfptrace.verify;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;

/** Prints what each step of one hop costs a core, per provider. A program, not a test. */
public final class HopSpeed {
  private static final int WARM_UP = 10_000;
  private static final int ROUNDS = 10_000;

  private HopSpeed() {}

  /** Runs every provider that is usable. */
  public static void main(String[] arguments) {
    for (CryptoProvider provider : CryptoProviders.all()) {
      measure(provider);
    }
  }

  private static void measure(CryptoProvider provider) {
    System.out.println(provider.name());
    int share = provider.name().equals("JDK") ? 10 : 1;
    TwoCompanies hop = new TwoCompanies(provider);
    SignedDeclaration declaration = hop.steel();
    CommitmentOpening opening = declaration.opening();
    DraftMessage draft = hop.carrying(declaration);
    SignedMessage message = hop.signed(draft);
    byte[] envelope = hop.sealed(message);
    StrictReader reader = hop.partsReads();
    VerifiedMessage verified = HopTest.accepted(reader.message(message.bytes()));
    byte[] text = message.bytes();
    byte[] signature = hop.millSigns.sign(text);

    step("sign", share, () -> hop.millSigns.sign(text));
    step("verify", share, () -> hop.millSigns.verificationKey().verifies(text, signature));
    step("commit", share, () -> Commitment.to(opening));
    step("declare", share, hop::steel);
    step("message", share, () -> hop.signed(hop.carrying(declaration)));
    step("seal", share, () -> hop.sealed(message));
    step("open", share, () -> reader.open(envelope, List.of(hop.partsOpens)));
    step("read message", share, () -> reader.message(text));
    step("read declaration", share, () -> reader.declaration(verified));
    step(
        "one hop",
        share,
        () -> HopTest.accepted(hop.received(hop.sealed(hop.signed(hop.carrying(hop.steel()))))));
  }

  private static void step(String name, int share, Supplier<?> step) {
    run(step, WARM_UP / share);
    long before = cpuNanos();
    run(step, ROUNDS / share);
    long each = (cpuNanos() - before) / (ROUNDS / share);
    System.out.printf("  %-17s %7.1f µs%n", name, each / 1000.0);
  }

  private static void run(Supplier<?> step, int times) {
    for (int i = 0; i < times; i++) {
      if (step.get() == null) {
        throw new IllegalStateException("nothing came of it");
      }
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
