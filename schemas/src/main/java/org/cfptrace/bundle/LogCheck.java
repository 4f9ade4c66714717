package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.TreeHash;
import org.cfptrace.verify.Reason;

/**
 * What the registry itself has said must stand in its public log, where everybody can see it: so it
 * cannot show an auditor other keys or another status list than it shows the rest of the world.
 */
final class LogCheck {
  private final LogTrust trust;
  private final SignedCheckpoint checkpoint;

  /** Checks the checkpoint that the proofs of a bundle lead to. */
  LogCheck(LogTrust trust, String note) {
    this.trust = requireNonNull(trust, "trust");
    this.checkpoint =
        trust
            .witnessed(note)
            .fold(
                signed -> signed,
                refused -> {
                  throw new Stopped(
                      Reason.of(refused.reason()),
                      "the checkpoint of the log: " + refused.detail(),
                      "ログのチェックポイントが確認できません");
                });
  }

  /** The checkpoint, with its witnesses. */
  SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  /**
   * Checks that a token is in the log.
   *
   * @param en what it is, for people
   */
  void requireEntered(LoggedToken token, LogEntry entry, String en, String ja) {
    InclusionProof proof =
        token
            .proof()
            .orElseThrow(
                () ->
                    new Stopped(
                        Reason.NOT_LOGGED,
                        en + " comes without a proof that it is in the log",
                        ja + "がログに登録されている証明がありません"));
    proof
        .check(entry, checkpoint.checkpoint())
        .fold(
            index -> index,
            refused -> {
              throw new Stopped(
                  Reason.of(refused.reason()),
                  en + " is not shown to be in the log: " + refused.detail(),
                  ja + "がログに登録されていることを確認できません");
            });
  }

  /**
   * Checks the stamp. An anchor that names an authority demands one; without either there is
   * nothing to check.
   */
  Optional<StampCheck.Shown> stamp(Optional<Stamp> stamp) {
    Stopped.unless(
        stamp.isPresent() || trust.timestampCertificate().isEmpty(),
        Reason.BAD_TIMESTAMP,
        "the trust anchor names a time stamp authority, but no stamp is in the bundle",
        "信頼情報は時刻認証局を指定していますが、証拠の束にタイムスタンプがありません");
    return stamp.map(given -> StampCheck.of(given, trust, checkpoint.checkpoint()));
  }

  /**
   * Two witnessed checkpoints over as many entries have one root, wherever in the bundle they
   * stand. That a smaller tree is the beginning of a larger one, the bundle does not show.
   */
  void requireOneHistory(Bundle evidence) {
    Map<Long, TreeHash> roots = new HashMap<>();
    roots.put(checkpoint.checkpoint().size(), checkpoint.checkpoint().root());
    for (String note : notes(evidence)) {
      trust
          .witnessed(note)
          .asOptional()
          .map(SignedCheckpoint::checkpoint)
          .ifPresent(
              other -> {
                TreeHash known = roots.putIfAbsent(other.size(), other.root());
                Stopped.unless(
                    known == null || known.equals(other.root()),
                    Reason.FORK,
                    "two checkpoints over " + other.size() + " entries have different roots",
                    "同じ " + other.size() + " 件のチェックポイントに異なるルートがあります");
              });
    }
  }

  private static Set<String> notes(Bundle evidence) {
    Set<String> notes = new HashSet<>();
    evidence.root().checkpoints().forEach(notes::add);
    for (HopAnswer answer : evidence.answers().values()) {
      if (answer instanceof HopAnswer.Shown shown) {
        shown.declaration().checkpoints().forEach(notes::add);
      }
    }
    evidence.earlier().forEach(word -> word.proof().ifPresent(it -> notes.add(it.checkpoint())));
    evidence.stamp().ifPresent(stamp -> notes.add(stamp.timestamp().note()));
    return notes;
  }
}
