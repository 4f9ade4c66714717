package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.strict.MalformedException;

/**
 * A witness that anybody can run: it remembers the last checkpoint of one log that it signed, and
 * signs only what goes on from there. So a log that shows two histories needs two sets of
 * witnesses.
 */
public final class Witness {
  /** What a witness keeps, so that it is as strict after a restart. */
  public interface Memory {
    Optional<Checkpoint> last();

    /** Keeps it safely before the signature is given away. */
    void remember(Checkpoint checkpoint);
  }

  /** An answer over HTTP: a signature line, or why not. */
  public record Answer(int status, String body) {}

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_TRUSTED = 403;
  private static final int UNKNOWN_LOG = 404;
  private static final int CONFLICT = 409;
  private static final int BAD_PROOF = 422;

  private final LogTrust log;
  private final NoteSigner signer;
  private final Memory memory;
  private final Clock clock;

  public Witness(String origin, VerifierKey log, NoteSigner signer, Memory memory, Clock clock) {
    this.log = LogTrust.of(origin, log, List.of(), 1);
    this.signer = requireNonNull(signer, "signer");
    this.memory = requireNonNull(memory, "memory");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Takes the body of an {@code add-checkpoint} request. */
  public synchronized Answer addCheckpoint(String body) {
    try {
      WitnessRequest request = WitnessRequest.parse(body);
      return log.signed(request.note())
          .fold(
              signed -> judged(request, signed),
              refused ->
                  new Answer(
                      refused.reason() == LogReason.OTHER_LOG ? UNKNOWN_LOG : NOT_TRUSTED,
                      refused.detail() + "\n"));
    } catch (MalformedException | IllegalArgumentException e) {
      return new Answer(BAD_REQUEST, "not an add-checkpoint request\n");
    }
  }

  private Answer judged(WitnessRequest request, SignedCheckpoint signed) {
    Checkpoint newer = signed.checkpoint();
    if (request.old() > newer.size()) {
      return new Answer(BAD_REQUEST, "the old size is above the new one\n");
    }
    Checkpoint last = memory.last().orElse(new Checkpoint(newer.origin(), 0, TreeHash.OF_NOTHING));
    if (request.old() != last.size()) {
      return new Answer(CONFLICT, last.size() + "\n");
    }
    ConsistencyProof proof = new ConsistencyProof(last.size(), newer.size(), request.proof());
    Optional<LogReason> fault = proof.check(last, newer).whyNot();
    if (fault.isPresent()) {
      return new Answer(fault.get() == LogReason.FORK ? CONFLICT : BAD_PROOF, fault.get() + "\n");
    }
    memory.remember(newer);
    return new Answer(OK, signer.cosign(signed.note(), clock.instant()).line() + "\n");
  }

  /** The key others know it by. */
  public VerifierKey verifier() {
    return signer.verifier();
  }
}
