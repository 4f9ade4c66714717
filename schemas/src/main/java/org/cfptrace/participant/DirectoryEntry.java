package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.KeyRecord.Use;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.TokenClaims;

/**
 * A directory record with the registry's signature checked: {@code typ: cfp-dir-v1+jwt}, claims
 * {@code iss iat} and those of {@link DirectoryRecord}. Only {@link #read} makes one.
 */
public final class DirectoryEntry {
  /** The token's type, of entries and of heartbeats. */
  public static final String TYPE = "cfp-dir-v1+jwt";

  private final DirectoryRecord record;
  private final Instant asOf;
  private final String jws;
  private final Optional<SealingKey> encryptionKey;

  private DirectoryEntry(DirectoryRecord record, Instant asOf, String jws) {
    this.record = requireNonNull(record, "record");
    this.asOf = requireNonNull(asOf, "asOf");
    this.jws = requireNonNull(jws, "jws");
    this.encryptionKey = newest(Use.ENC).filter(this::isBound).map(KeyRecord::sealingKey);
  }

  /** The registry's side: states {@code record} as it is at {@code asOf}. */
  public static String sign(
      DirectoryRecord record, String registryDid, SigningKey directoryKey, Instant asOf) {
    var claims = StrictJson.object().put("iss", registryDid).put("iat", asOf.getEpochSecond());
    claims.setAll(record.toJson());
    return Jws.sign(directoryKey, TYPE, StrictJson.write(claims));
  }

  /**
   * Reads an entry.
   *
   * @throws UntrustedException when it is not signed by the directory key of {@code anchor}, not of
   *     its data space, or not an entry
   */
  public static DirectoryEntry read(String jws, TrustAnchor anchor) {
    var payload = Tokens.payload(jws, TYPE, anchor.directoryKey());
    try {
      var members = Members.of(payload, "entry");
      var issuer = members.text("iss", 300);
      var asOf = TokenClaims.instant(members, "iat");
      var record = DirectoryRecord.from(members);
      members.end();
      if (!issuer.equals(anchor.registryDid())) {
        throw new UntrustedException(Reason.MALFORMED_PAYLOAD, "entry of another registry");
      }
      if (!record.participant().equals(anchor.participant(record.participant().shortId()))) {
        throw new UntrustedException(Reason.MALFORMED_PAYLOAD, "participant of another data space");
      }
      return new DirectoryEntry(record, asOf, jws);
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    } catch (IllegalArgumentException e) {
      throw new UntrustedException(Reason.MALFORMED_PAYLOAD, String.valueOf(e.getMessage()));
    }
  }

  public DirectoryRecord record() {
    return record;
  }

  public ParticipantId participant() {
    return record.participant();
  }

  public String name() {
    return record.name();
  }

  public DirectoryStatus status() {
    return record.status();
  }

  public long sequence() {
    return record.sequence();
  }

  /** When the registry said so. */
  public Instant asOf() {
    return asOf;
  }

  public List<KeyRecord> keys() {
    return record.keys();
  }

  public List<String> roles() {
    return record.roles();
  }

  /** Whether the participant is accredited for {@code what} at this time. */
  public boolean isAccredited(String what, Instant at) {
    return record.accreditation().filter(granted -> granted.covers(what, at)).isPresent();
  }

  /** The token itself. */
  public String jws() {
    return jws;
  }

  /** The key that signs for the participant now. */
  public Optional<VerificationKey> currentSigningKey() {
    return newest(Use.SIGN).map(KeyRecord::verificationKey);
  }

  /**
   * The key to seal to now. Empty unless the participant's own signing key bound it: the registry's
   * word alone is not enough, or an operator could read what was meant for a participant.
   */
  public Optional<SealingKey> currentEncryptionKey() {
    return encryptionKey;
  }

  private Optional<KeyRecord> newest(Use use) {
    return record.keys().stream()
        .filter(key -> key.use() == use && key.isCurrent())
        .reduce((first, second) -> second.from().isBefore(first.from()) ? first : second);
  }

  private boolean isBound(KeyRecord encryption) {
    // By the newest alone: a second signing key slipped in beside it must not bind anything.
    return currentSigningKey().filter(signing -> binds(signing, encryption)).isPresent();
  }

  private boolean binds(VerificationKey signing, KeyRecord encryption) {
    try {
      return encryption
          .proof()
          .map(token -> KeyBinding.read(token, signing))
          .filter(binding -> binding.participant().equals(participant()))
          .filter(binding -> binding.key().thumbprint().equals(encryption.kid()))
          .isPresent();
    } catch (UntrustedException e) {
      return false;
    }
  }
}
