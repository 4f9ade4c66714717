package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Whom we believe about the log: its name and key, the witnesses we know, and how many of them must
 * have signed a checkpoint. Part of the trust anchor, JSON members {@code origin, key, witnesses,
 * quorum} and {@code timestampCertificate} (base64 of its DER) where there is one.
 *
 * <p>Many proofs come with one checkpoint: a note that was found good is known by its bytes from
 * then on, and its signatures are not worked out again.
 */
public final class LogTrust {
  /** The most witnesses. */
  public static final int MOST_WITNESSES = SignedNote.MOST_SIGNATURES / 2;

  private final String origin;
  private final VerifierKey key;
  private final List<VerifierKey> witnesses;
  private final int quorum;
  private final Optional<TimestampCertificate> timestampCertificate;
  private final GoodNotes goodNotes = new GoodNotes();

  /**
   * Trust in a log.
   *
   * @param quorum how many witnesses; at least one, so that with no witness nothing has a time
   * @param timestampCertificate of the authority whose RFC 3161 stamps we believe
   */
  public LogTrust(
      String origin,
      VerifierKey key,
      List<VerifierKey> witnesses,
      int quorum,
      Optional<TimestampCertificate> timestampCertificate) {
    this.origin = requireNonNull(origin, "origin");
    this.key = requireNonNull(key, "key");
    this.witnesses = List.copyOf(witnesses);
    this.quorum = quorum;
    this.timestampCertificate = requireNonNull(timestampCertificate, "timestampCertificate");
    if (key.kind() != VerifierKey.Kind.ED25519 || !key.name().equals(origin)) {
      throw new IllegalArgumentException("expected an Ed25519 key named as the log: " + origin);
    }
    if (quorum < 1) {
      throw new IllegalArgumentException("expected a quorum of at least one, saw " + quorum);
    }
    requireDifferent(key, this.witnesses);
  }

  // One witness under two names would be two voices of one mouth; so would the log itself.
  private static void requireDifferent(VerifierKey key, List<VerifierKey> witnesses) {
    if (witnesses.size() > MOST_WITNESSES) {
      throw new IllegalArgumentException("expected at most " + MOST_WITNESSES + " witnesses");
    }
    for (int i = 0; i < witnesses.size(); i++) {
      VerifierKey witness = witnesses.get(i);
      boolean good =
          witness.kind() == VerifierKey.Kind.COSIGNATURE
              && !witness.isSamePoint(key)
              && witnesses.subList(0, i).stream()
                  .noneMatch(
                      other -> other.isSamePoint(witness) || other.name().equals(witness.name()));
      if (!good) {
        throw new IllegalArgumentException("expected different witness keys, saw " + witness);
      }
    }
  }

  /** Trust in a log without stamps. */
  public static LogTrust of(
      String origin, VerifierKey key, List<VerifierKey> witnesses, int quorum) {
    return new LogTrust(origin, key, witnesses, quorum, Optional.empty());
  }

  public String origin() {
    return origin;
  }

  public VerifierKey key() {
    return key;
  }

  public List<VerifierKey> witnesses() {
    return witnesses;
  }

  public int quorum() {
    return quorum;
  }

  public Optional<TimestampCertificate> timestampCertificate() {
    return timestampCertificate;
  }

  /**
   * Checks that the log signed this note, and reads when which witness did. A signature of a key we
   * do not know says nothing; one of a key we know that does not fit spoils the note.
   */
  public LogVerdict<SignedCheckpoint> signed(String note) {
    Optional<SignedCheckpoint> known = goodNotes.find(note);
    if (known.isPresent()) {
      return LogVerdict.proven(known.get());
    }
    LogVerdict<SignedCheckpoint> verdict = checked(note);
    verdict.asOptional().ifPresent(good -> goodNotes.keep(note, good));
    return verdict;
  }

  private LogVerdict<SignedCheckpoint> checked(String note) {
    SignedNote parsed;
    Checkpoint checkpoint;
    try {
      parsed = SignedNote.parse(note);
      checkpoint = Checkpoint.parse(parsed.text());
    } catch (MalformedException e) {
      return LogVerdict.refused(LogReason.BAD_CHECKPOINT, String.valueOf(e.getMessage()));
    }
    if (!checkpoint.origin().equals(origin)) {
      return LogVerdict.refused(
          LogReason.OTHER_LOG, "expected " + origin + ", saw " + checkpoint.origin());
    }
    return signed(parsed, checkpoint);
  }

  private LogVerdict<SignedCheckpoint> signed(SignedNote note, Checkpoint checkpoint) {
    List<NoteSignature> own = note.by(key);
    byte[] text = note.text().getBytes(UTF_8);
    if (own.isEmpty() || !own.stream().allMatch(line -> key.verifies(text, line.signature()))) {
      return LogVerdict.refused(LogReason.BAD_CHECKPOINT, "not signed by the log's key");
    }
    Map<String, Instant> witnessed = new LinkedHashMap<>();
    for (VerifierKey witness : witnesses) {
      for (NoteSignature line : note.by(witness)) {
        Optional<Instant> time = Cosignature.time(witness, line, note.text());
        if (time.isEmpty()) {
          return LogVerdict.refused(
              LogReason.BAD_CHECKPOINT, "the signature of " + witness.name() + " does not fit");
        }
        witnessed.merge(
            witness.name(), time.get(), (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return LogVerdict.proven(new SignedCheckpoint(checkpoint, note, witnessed, quorum));
  }

  /** As {@link #signed}, and as many witnesses signed as we ask for. */
  public LogVerdict<SignedCheckpoint> witnessed(String note) {
    return signed(note)
        .then(
            signed ->
                signed.time().isPresent()
                    ? LogVerdict.proven(signed)
                    : LogVerdict.refused(
                        LogReason.WITNESSES_MISSING,
                        "expected " + quorum + " witnesses, saw " + signed.witnessed().size()));
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("origin", origin).put("key", key.line());
    ArrayNode lines = json.putArray("witnesses");
    witnesses.forEach(witness -> lines.add(witness.line()));
    json.put("quorum", quorum);
    timestampCertificate.ifPresent(known -> json.put("timestampCertificate", known.base64()));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static LogTrust from(Members members) {
    try {
      LogTrust trust =
          new LogTrust(
              members.text("origin", 300),
              VerifierKey.parse(members.text("key", 1000)),
              members.texts("witnesses", MOST_WITNESSES).stream().map(VerifierKey::parse).toList(),
              (int) Math.min(Integer.MAX_VALUE, members.wholeNumber("quorum")),
              members.optionalText("timestampCertificate", 8192).map(TimestampCertificate::parse));
      members.end();
      return trust;
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.MEMBER, "log: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogTrust that && that.toJson().equals(toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  @Override
  public String toString() {
    return "LogTrust[" + origin + ", " + quorum + " of " + witnesses.size() + " witnesses]";
  }
}
