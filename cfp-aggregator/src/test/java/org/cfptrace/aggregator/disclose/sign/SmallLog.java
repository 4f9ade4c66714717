package org.cfptrace.aggregator.disclose.sign;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.cfptrace.exchange.anchor.JudgeExportProof;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.SeenCheckpoints;
import org.cfptrace.exchange.anchor.SeenCheckpoints.State;
import org.cfptrace.exchange.anchor.WatchLog;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.AnchorReader;
import org.cfptrace.verify.KeyDirectory;

/** A log that holds one entry, with one witness that signs at a given time. */
final class SmallLog {
  private static final String ORIGIN = "registry.cfptrace.example/log";

  private final NoteSigner signer =
      NoteSigner.fresh(ORIGIN, VerifierKey.Kind.ED25519, Randomness.secure());
  private final NoteSigner witness =
      NoteSigner.fresh("witness.example", VerifierKey.Kind.COSIGNATURE, Randomness.secure());
  private final Instant witnessed;
  private State state = State.SAME_TREE;

  SmallLog(Instant witnessed) {
    this.witnessed = witnessed;
  }

  /** That the statement is its only entry. */
  EntryProof prove(String statement) {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 1, LogEntry.ofExport(statement).leaf());
    SignedNote note = signer.sign(checkpoint);
    return new EntryProof(
        new InclusionProof(0, 1, List.of()), note.with(witness.cosign(note, witnessed)).written());
  }

  void showsUsAnotherTree() {
    state = State.OTHER_TREE;
  }

  JudgeExportProof judge(KeyDirectory directory) {
    LogTrust trust = LogTrust.of(ORIGIN, signer.verifier(), List.of(witness.verifier()), 1);
    Consumer<Checkpoint> nobody = other -> {};
    return new JudgeExportProof(
        new AnchorReader(trust, directory),
        new WatchLog(
            ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa"),
            trust,
            PublicLog.NONE,
            seen(),
            nobody,
            never(Alarms.class),
            never(Transactions.class),
            Clock.systemUTC()));
  }

  /** Knows of every checkpoint how it is to our tree. */
  private SeenCheckpoints seen() {
    return (SeenCheckpoints)
        Proxy.newProxyInstance(
            SmallLog.class.getClassLoader(),
            new Class<?>[] {SeenCheckpoints.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("see")) {
                return state;
              }
              throw new IllegalStateException(method.getName() + " is not asked for here");
            });
  }

  private static <T> T never(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            SmallLog.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new IllegalStateException(method.getName() + " is not asked for here");
            }));
  }
}
