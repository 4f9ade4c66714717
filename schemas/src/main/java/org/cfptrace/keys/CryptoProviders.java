package org.cfptrace.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The providers that work on this machine, best first: Amazon Corretto (native), BouncyCastle, the
 * JDK. One hop of a declaration costs about 0.3, 1.2 and 4.3 ms of a core with them.
 */
public final class CryptoProviders {
  private static final String AMAZON = "ACCP";
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate(CryptoProviders::amazon),
          new Candidate(CryptoProviders::bouncyCastle),
          new Candidate(CryptoProviders::jdk));

  private CryptoProviders() {}

  /** The first that passed its self-test; show its name as a metric. */
  public static CryptoProvider chosen() {
    return CANDIDATES.stream()
        .flatMap(candidate -> candidate.tested().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no provider of P-256 passed its self-test"));
  }

  /** Every provider that passed its self-test, best first. */
  public static List<CryptoProvider> all() {
    return CANDIDATES.stream().flatMap(candidate -> candidate.tested().stream()).toList();
  }

  /**
   * Lets libraries that ask for no provider (tokens, TLS) use the native one as well: a bearer
   * token is checked with every call, and the JDK takes a millisecond for it. BouncyCastle is never
   * put first: it would take the faster AES away.
   */
  public static void leadTheJvm() {
    CryptoProvider chosen = chosen();
    if (chosen.name().equals(AMAZON)) {
      Security.insertProviderAt(chosen.jca(), 1);
    }
  }

  /**
   * Made and tested once, and only when the better ones do not do: the lesser ones start slowly.
   */
  private static final class Candidate {
    private final Supplier<Optional<CryptoProvider>> source;
    private boolean tested;
    private @Nullable CryptoProvider usable;

    private Candidate(Supplier<Optional<CryptoProvider>> source) {
      this.source = source;
    }

    private synchronized Optional<CryptoProvider> tested() {
      if (!tested) {
        usable = source.get().filter(CryptoProvider::passesSelfTest).orElse(null);
        tested = true;
      }
      return Optional.ofNullable(usable);
    }
  }

  private static Optional<CryptoProvider> bouncyCastle() {
    return Optional.of(
        new CryptoProvider("BC", new BouncyCastleProvider(), "SHA256withPLAIN-ECDSA"));
  }

  private static Optional<CryptoProvider> jdk() {
    return Optional.ofNullable(Security.getProvider("SunEC"))
        .map(sun -> new CryptoProvider("JDK", sun, "SHA256withECDSAinP1363Format"));
  }

  /** Native code: missing on some platforms, and unloadable where the temporary directory is. */
  private static Optional<CryptoProvider> amazon() {
    try {
      AmazonCorrettoCryptoProvider amazon = AmazonCorrettoCryptoProvider.INSTANCE;
      if (amazon.getLoadingError() == null && amazon.runSelfTests() == SelfTestStatus.PASSED) {
        Provider provider = amazon;
        return Optional.of(new CryptoProvider(AMAZON, provider, "SHA256withECDSAinP1363Format"));
      }
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }
}
