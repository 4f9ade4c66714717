package org.cfptrace.registry.log.adapter;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.cfptrace.log.LogVerdict;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TimestampCertificate;
import org.cfptrace.registry.log.TimestampAuthority;
import org.jboss.logging.Logger;

/** A time-stamp authority over HTTP (RFC 3161 section 3.4). */
public final class HttpTimestampAuthority implements TimestampAuthority {
  private static final Logger LOG = Logger.getLogger(HttpTimestampAuthority.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int NONCE_BITS = 64;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final SecureRandom random = new SecureRandom();
  private final URI address;
  private final TimestampCertificate certificate;

  public HttpTimestampAuthority(URI address, TimestampCertificate certificate) {
    this.address = address;
    this.certificate = certificate;
  }

  @Override
  public Optional<Timestamp> stamp(String note) {
    BigInteger nonce = new BigInteger(NONCE_BITS, random);
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(Timestamp.request(note, nonce)))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      // Kept only as a stranger would take it.
      return Timestamp.answered(note, nonce, answer.body())
          .then(
              stamp ->
                  stamp
                      .check(certificate, Optional.of(nonce))
                      .then(time -> LogVerdict.proven(stamp)))
          .fold(
              Optional::of,
              refused -> {
                LOG.warnf("time stamp refused, reason=%s", refused.detail());
                return Optional.empty();
              });
    } catch (IOException e) {
      LOG.warnf("time-stamp authority is not reachable, reason=%s", e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
