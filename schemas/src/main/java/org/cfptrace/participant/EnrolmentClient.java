package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Enrols a participant's keys with the registry: asks for a nonce with the one-time code, proves
 * possession of the signing and the TLS key over it, binds the encryption key, and checks the
 * certificates and the directory entry that come back.
 *
 * <p>{@link #prepare} and {@link #submit} are apart so that a caller can keep the prepared request:
 * submitting it again after a crash or a lost answer gives the same answer, although the code is
 * used up.
 */
public final class EnrolmentClient {
  private final RegistryHttp registry;
  private final TrustAnchor anchor;
  private final Clock clock;

  public EnrolmentClient(URI registry, TrustAnchor anchor, HttpClient http, Clock clock) {
    this.registry = new RegistryHttp(registry, http);
    this.anchor = requireNonNull(anchor, "anchor");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A request ready to be sent, as often as it takes. Holds the one-time code: keep it secret. */
  public record Prepared(String idempotencyKey, String body) {
    public Prepared {
      requireNonNull(idempotencyKey, "idempotencyKey");
      requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return "Prepared[" + idempotencyKey + "]";
    }
  }

  /** Prepares and submits in one go. */
  public Enrolment enrol(ParticipantId participant, String enrolmentCode, ParticipantKeys keys) {
    return submit(participant, prepare(participant, enrolmentCode, keys), keys);
  }

  /** Fetches a nonce and makes the request over it. */
  public Prepared prepare(ParticipantId participant, String enrolmentCode, ParticipantKeys keys) {
    var nonce = nonce(participant, enrolmentCode);
    var signing = keys.signing();
    var body =
        StrictJson.object()
            .put("enrolmentCode", enrolmentCode)
            .put("nonce", nonce)
            .put(
                "signingRequest",
                CertificateRequest.make(
                    signing.verificationKey().publicKey(),
                    signing.privateKey(),
                    participant,
                    nonce))
            .put(
                "tlsRequest",
                CertificateRequest.make(
                    keys.tls().getPublic(), keys.tls().getPrivate(), participant, nonce))
            .put(
                "encryptionKey",
                new KeyBinding(participant, keys.encryption().sealingKey(), nonce, clock.instant())
                    .sign(signing));
    return new Prepared(UUID.randomUUID().toString(), new String(StrictJson.write(body), UTF_8));
  }

  /**
   * Sends a prepared request and checks the answer.
   *
   * @throws RegistryRefusedException when the registry refuses
   * @throws UntrustedException when the answer is not signed by whom we trust
   * @throws IllegalStateException when the registry cannot be reached
   */
  public Enrolment submit(ParticipantId participant, Prepared request, ParticipantKeys keys) {
    var path = "/participants/" + participant.shortId() + "/certificates";
    var answer =
        registry
            .send(
                RegistryHttp.post(
                        registry.request(path),
                        request.idempotencyKey(),
                        request.body().getBytes(UTF_8))
                    .build())
            .orRefused();
    return checked(participant, answer.body(), keys);
  }

  private String nonce(ParticipantId participant, String enrolmentCode) {
    var path = "/participants/" + participant.shortId() + "/enrolment-nonces";
    var body = StrictJson.write(StrictJson.object().put("enrolmentCode", enrolmentCode));
    var answer =
        registry
            .send(
                RegistryHttp.post(registry.request(path), UUID.randomUUID().toString(), body)
                    .build())
            .orRefused();
    return Members.of(answer.body(), "nonce").text("nonce", 128);
  }

  private Enrolment checked(ParticipantId participant, JsonNode body, ParticipantKeys keys) {
    try {
      var answer = Members.of(body, "enrolment");
      var signing = Certificates.readPem(answer.text("signingCertificate", 8192));
      var tls = Certificates.readPem(answer.text("tlsCertificate", 8192));
      var chain = answer.texts("chain", 4).stream().map(Certificates::readPem).toList();
      requireOurs(signing, keys.signing().verificationKey().publicKey(), chain);
      requireOurs(tls, keys.tls().getPublic(), chain);
      var entry = DirectoryEntry.read(answer.text("entry"), anchor);
      requireSaysOurKeys(entry, participant, keys);
      return new Enrolment(signing, tls, chain, answer.text("principal", 64), entry);
    } catch (MalformedException | IllegalArgumentException e) {
      throw new IllegalStateException("registry's answer to the enrolment is not in order", e);
    }
  }

  private void requireOurs(
      X509Certificate certificate, PublicKey ours, List<X509Certificate> chain) {
    if (!Arrays.equals(certificate.getPublicKey().getEncoded(), ours.getEncoded())) {
      throw new IllegalArgumentException("a certificate is for a key that is not ours");
    }
    var path = new ArrayList<X509Certificate>();
    path.add(certificate);
    path.addAll(chain);
    Certificates.requirePath(path, anchor.rootCertificate(), clock.instant());
  }

  private static void requireSaysOurKeys(
      DirectoryEntry entry, ParticipantId participant, ParticipantKeys keys) {
    var signs =
        entry
            .currentSigningKey()
            .filter(key -> key.thumbprint().equals(keys.signing().thumbprint()));
    var opens =
        entry
            .currentEncryptionKey()
            .filter(key -> key.thumbprint().equals(keys.encryption().thumbprint()));
    if (!entry.participant().equals(participant) || signs.isEmpty() || opens.isEmpty()) {
      throw new IllegalArgumentException("the directory entry does not show our keys");
    }
  }
}
