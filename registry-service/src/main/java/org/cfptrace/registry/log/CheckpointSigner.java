package org.cfptrace.registry.log;

import java.util.List;
import java.util.Optional;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.Tiles;

/** Signs checkpoints and has them witnessed. */
public final class CheckpointSigner {
  private final NoteSigner key;
  private final LogTrust trust;
  private final Witnesses witnesses;

  public CheckpointSigner(NoteSigner key, LogTrust trust, Witnesses witnesses) {
    this.key = key;
    this.trust = trust;
    this.witnesses = witnesses;
  }

  /** The name of the log. */
  public String origin() {
    return trust.origin();
  }

  /** How many known witnesses there are. */
  public int witnesses() {
    return trust.witnesses().size();
  }

  /**
   * The whole note of a checkpoint; empty when fewer witnesses than the quorum signed it. One that
   * no reader would take as proof is better not shown: the one before still serves.
   */
  public Optional<String> sign(Checkpoint checkpoint, TileSource tiles) {
    SignedNote signed = key.sign(checkpoint);
    if (trust.witnesses().isEmpty()) {
      return Optional.of(signed.written());
    }
    List<Witnesses.Ask> asks =
        trust.witnesses().stream()
            .map(witness -> new Witnesses.Ask(witness, signed, checkpoint))
            .toList();
    SignedNote note = signed;
    for (var line :
        witnesses.cosign(
            asks, from -> new Tiles(tiles, checkpoint.size()).consistencyFrom(from).path())) {
      // A signature that does not fit would spoil the whole note for whoever reads it.
      if (trust.signed(signed.with(line).written()).whyNot().isEmpty()) {
        note = note.with(line);
      }
    }
    // Read as a stranger reads it.
    return trust.witnessed(note.written()).asOptional().map(read -> read.note().written());
  }
}
