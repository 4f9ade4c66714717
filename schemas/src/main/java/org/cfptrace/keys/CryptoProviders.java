package org.cfptrace.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The providers that work on this machine, best first: Amazon Corretto (native), BouncyCastle, the
 * JDK. One hop of a declaration costs about 0.3, 1.2 and 4.3 ms of a core with them.
 */
public final class CryptoProviders {
  private static final List<CryptoProvider> USABLE = usable();

  private CryptoProviders() {}

  /** The first that passed its self-test; show its name as a metric. */
  public static CryptoProvider chosen() {
    return USABLE.get(0);
  }

  /** Every provider that passed its self-test, best first. */
  public static List<CryptoProvider> all() {
    return USABLE;
  }

  private static List<CryptoProvider> usable() {
    List<CryptoProvider> usable = new ArrayList<>();
    amazon().filter(CryptoProvider::passesSelfTest).ifPresent(usable::add);
    CryptoProvider bouncyCastle =
        new CryptoProvider("BC", new BouncyCastleProvider(), "SHA256withPLAIN-ECDSA");
    if (bouncyCastle.passesSelfTest()) {
      usable.add(bouncyCastle);
    }
    Optional.ofNullable(Security.getProvider("SunEC"))
        .map(sun -> new CryptoProvider("JDK", sun, "SHA256withECDSAinP1363Format"))
        .filter(CryptoProvider::passesSelfTest)
        .ifPresent(usable::add);
    if (usable.isEmpty()) {
      throw new IllegalStateException("no provider of P-256 passed its self-test");
    }
    return List.copyOf(usable);
  }

  /** Native code: missing on some platforms, and unloadable where the temporary directory is. */
  private static Optional<CryptoProvider> amazon() {
    try {
      AmazonCorrettoCryptoProvider amazon = AmazonCorrettoCryptoProvider.INSTANCE;
      if (amazon.getLoadingError() == null && amazon.runSelfTests() == SelfTestStatus.PASSED) {
        Provider provider = amazon;
        return Optional.of(new CryptoProvider("ACCP", provider, "SHA256withECDSAinP1363Format"));
      }
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }
}
