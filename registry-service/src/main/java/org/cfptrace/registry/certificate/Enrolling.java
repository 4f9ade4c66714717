package org.cfptrace.registry.certificate;

import static java.util.Objects.requireNonNull;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.KeyBinding;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.registry.participant.Announcements;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.registry.participant.AuditTrail.Action;
import org.cfptrace.registry.participant.EnrolmentCode;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.registry.participant.SecretText;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * How a participant's keys come in: with its one-time code it gets a nonce, with code and nonce it
 * proves that it holds the keys, and leaves with certificates. The code and the nonce are used up
 * in the same transaction that makes the keys known.
 */
public final class Enrolling {
  private static final int NONCE_LENGTH = 52;

  private final Participants participants;
  private final EnrolmentCode.Desk codes;
  private final EnrolmentNonces nonces;
  private final KeyHistory history;
  private final CertificateAuthority authority;
  private final Announcements announcements;
  private final AuditTrail trail;
  private final Clock clock;
  private final Duration nonceLifetime;

  public Enrolling(
      Participants participants,
      EnrolmentCode.Desk codes,
      EnrolmentNonces nonces,
      KeyHistory history,
      CertificateAuthority authority,
      Announcements announcements,
      AuditTrail trail,
      Clock clock,
      Duration nonceLifetime) {
    this.participants = participants;
    this.codes = codes;
    this.nonces = nonces;
    this.history = history;
    this.authority = authority;
    this.announcements = announcements;
    this.trail = trail;
    this.clock = clock;
    this.nonceLifetime = nonceLifetime;
  }

  /** A text to be signed over, good once. */
  public record Nonce(String text, Instant expiresAt) {}

  /** What a participant sends to enrol its keys. */
  public record Request(
      String enrolmentCode,
      String nonce,
      String signingRequest,
      String tlsRequest,
      String encryptionKey) {
    @Override
    public String toString() {
      return "Request";
    }
  }

  /** What it gets. */
  public record Enrolled(
      Participant participant, String principal, CertificateAuthority.Issued certificates) {
    public Enrolled {
      requireNonNull(participant, "participant");
      requireNonNull(principal, "principal");
      requireNonNull(certificates, "certificates");
    }
  }

  public Nonce nonce(String shortId, String enrolmentCode) {
    existing(shortId);
    codes.require(shortId, enrolmentCode);
    var nonce = new Nonce(SecretText.random(NONCE_LENGTH), clock.instant().plus(nonceLifetime));
    nonces.keep(SecretText.digest(nonce.text), shortId, nonce.expiresAt);
    trail.record(shortId, Action.ENROLMENT_NONCE_ISSUED, shortId, Map.of());
    return nonce;
  }

  public Enrolled enrol(String shortId, Request request) {
    var participant = existing(shortId);
    codes.require(shortId, request.enrolmentCode);
    var now = clock.instant();
    if (!nonces.use(SecretText.digest(request.nonce), shortId, now)) {
      throw new Refused(
          ProblemCode.NONCE_REFUSED, "expected a nonce of ours, not used, not expired");
    }
    var keys = checkedKeys(participant, request);
    codes.use(request.enrolmentCode);

    var numbered = participant.withNextKeyNumber();
    int number = numbered.lastKeyNumber();
    var principal = numbered.principal(number);
    var issued = authority.issue(numbered.id(), principal, keys.signing, keys.tls);
    history.succeed(
        shortId,
        number,
        List.of(
            KeyRecord.signing(keys.signing, now, Optional.empty()),
            KeyRecord.encryption(keys.encryption, now, request.encryptionKey)),
        now);
    history.certified(
        shortId, number, keys.tlsName, issued.signing(), issued.tls(), issued.notAfter());
    trail.record(
        shortId,
        Action.KEYS_ENROLLED,
        shortId,
        Map.of("principal", principal, "signingKey", keys.signing.thumbprint().value()));
    return new Enrolled(announcements.announce(numbered), principal, issued);
  }

  private Participant existing(String shortId) {
    var participant =
        participants
            .findToChange(shortId)
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no participant of this id"));
    if (participant.suspension().isPresent()) {
      throw new Refused(ProblemCode.WRONG_STATUS, "the participant is suspended");
    }
    return participant;
  }

  private record Keys(
      VerificationKey signing, PublicKey tls, KeyThumbprint tlsName, SealingKey encryption) {}

  private Keys checkedKeys(Participant participant, Request request) {
    var faults = new ArrayList<FieldError>();
    var signing =
        KeyRequest.read(
                "signingRequest", request.signingRequest, participant.id(), request.nonce, faults)
            .map(VerificationKey::of);
    Optional<ECPublicKey> tls =
        KeyRequest.read("tlsRequest", request.tlsRequest, participant.id(), request.nonce, faults);
    var encryption = signing.flatMap(key -> encryptionKey(participant, request, key, faults));
    if (signing.isPresent() && tls.isPresent() && encryption.isPresent()) {
      var keys =
          new Keys(
              signing.get(),
              tls.get(),
              VerificationKey.of(tls.get()).thumbprint(),
              encryption.get());
      checkNew(keys, faults);
      if (faults.isEmpty()) {
        return keys;
      }
    }
    throw Refused.fields(ProblemCode.KEYS_REFUSED, faults);
  }

  private static Optional<SealingKey> encryptionKey(
      Participant participant, Request request, VerificationKey signing, List<FieldError> faults) {
    try {
      var binding = KeyBinding.read(request.encryptionKey, signing);
      if (!binding.participant().equals(participant.id())) {
        faults.add(
            new FieldError("encryptionKey", "FOREIGN_NAME", "expected iss " + participant.id()));
      } else if (!binding.nonce().equals(request.nonce)) {
        faults.add(new FieldError("encryptionKey", "WRONG_NONCE", "expected our nonce"));
      } else {
        return Optional.of(binding.key());
      }
    } catch (UntrustedException e) {
      faults.add(
          new FieldError(
              "encryptionKey",
              e.reason().name(),
              "expected a key binding signed by the key of signingRequest"));
    }
    return Optional.empty();
  }

  // One key for two purposes would let an answer to one be used as an answer to the other; one key
  // of two companies would make either able to speak for both.
  private void checkNew(Keys keys, List<FieldError> faults) {
    var sign = keys.signing.thumbprint();
    var open = keys.encryption.thumbprint();
    if (keys.tlsName.equals(sign)) {
      faults.add(new FieldError("tlsRequest", "KEY_USED_TWICE", "is the signing key too"));
    }
    if (open.equals(sign) || open.equals(keys.tlsName)) {
      faults.add(
          new FieldError("encryptionKey", "KEY_USED_TWICE", "is the signing or TLS key too"));
    }
    Stream.of(
            Map.entry("signingRequest", sign),
            Map.entry("tlsRequest", keys.tlsName),
            Map.entry("encryptionKey", open))
        .filter(field -> history.knows(field.getValue()))
        .forEach(
            field ->
                faults.add(
                    new FieldError(
                        field.getKey(),
                        "KEY_KNOWN",
                        "this key was enrolled before; make a new one")));
  }
}
