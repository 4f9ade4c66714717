package org.cfptrace.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What one core of this machine does with P-256 in OpenSSL, measured now with {@code openssl
 * speed}.
 *
 * @param signs ECDSA signatures a second
 * @param verifies ECDSA verifications a second
 * @param agreements ECDH agreements a second
 */
record OpenSslBound(double signs, double verifies, double agreements) {

  /** Runs {@code openssl speed} for about ten seconds; empty where there is no openssl. */
  static Optional<OpenSslBound> measure(int seconds) {
    try {
      Process process =
          new ProcessBuilder(
                  "openssl",
                  "speed",
                  "-mr",
                  "-seconds",
                  Integer.toString(seconds),
                  "ecdsap256",
                  "ecdhp256")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      process.waitFor();
      return Optional.of(parse(printed));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  /**
   * Reads the machine-readable lines {@code +F4:index:bits:signs:verifies} and {@code
   * +F5:index:bits:agreements:…}.
   */
  static OpenSslBound parse(String printed) {
    String[] ecdsa = line(printed, "+F4:");
    String[] ecdh = line(printed, "+F5:");
    return new OpenSslBound(
        Double.parseDouble(ecdsa[3]), Double.parseDouble(ecdsa[4]), Double.parseDouble(ecdh[3]));
  }

  private static String[] line(String printed, String start) {
    return printed
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("openssl speed printed no line " + start))
        .split(":", -1);
  }

  /**
   * Microseconds a hop needs at least: two signatures (declaration and message), one key pair (one
   * base point multiplication, as much as a signature), two agreements, two verifications.
   */
  double microsecondsPerHop() {
    return 1e6 * (3 / signs + 2 / agreements + 2 / verifies);
  }
}
