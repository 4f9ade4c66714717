package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_SIGNATURE;
import static org.cfptrace.verify.Reason.COMPROMISED_KEY;
import static org.cfptrace.verify.Reason.FORWARDED;
import static org.cfptrace.verify.Reason.KEY_NOT_VALID_THEN;
import static org.cfptrace.verify.Reason.STALE_DIRECTORY;
import static org.cfptrace.verify.Reason.SUSPENDED_SIGNER;
import static org.cfptrace.verify.Reason.UNKNOWN_KEY;
import static org.cfptrace.verify.Reason.UNKNOWN_SIGNER;
import static org.cfptrace.verify.Reason.WRONG_KEY_USE;
import static org.cfptrace.verify.checklist.Spoil.afterSigning;
import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.Standing;

/** Items 20, 29, 30, 34, 35 and 79: whose key it is, what it is for, and how its owner stands. */
final class KeySamples {
  private static final long DAY = 86_400;

  private KeySamples() {}

  static Stream<Sample> all() {
    return Stream.of(records(), otherKeys(), sharedKey(), standing()).flatMap(samples -> samples);
  }

  private static Stream<Sample> records() {
    return Stream.of(
            ofBoth(
                20,
                "key-record-ed25519",
                "the directory says the key is for Ed25519",
                WRONG_KEY_USE,
                key -> key.withAlgorithm("Ed25519")),
            ofBoth(
                79,
                "before-key-validity",
                "issued one second before the key was valid",
                KEY_NOT_VALID_THEN,
                key -> key.validFrom(Cast.IAT + 1)),
            ofBoth(
                79,
                "after-key-validity",
                "issued in the second in which the key's validity ended",
                KEY_NOT_VALID_THEN,
                key -> key.validTo(Cast.IAT)),
            ofBoth(
                0,
                "compromised-key",
                "the key is reported as compromised since after the time of issue",
                COMPROMISED_KEY,
                key -> key.compromised(Cast.IAT + 1)))
        .flatMap(samples -> samples);
  }

  /** Both of the mill's keys, one at a time: that of the message and that of the declaration. */
  private static Stream<Sample> ofBoth(
      int item, String defect, String spoiled, Reason expected, UnaryOperator<KnownKey> change) {
    return Stream.of(
        Samples.message(
            item,
            defect,
            spoiled,
            expected.name(),
            Setting.STANDARD.mill(mill -> mill.key(Cast.MILL_MESSAGES, change)),
            forge -> {}),
        Samples.declaration(
            item,
            defect,
            spoiled,
            expected.name(),
            Setting.STANDARD.mill(mill -> mill.key(Cast.MILL_DECLARES, change)),
            UnaryOperator.identity()));
  }

  private static Stream<Sample> otherKeys() {
    return Stream.concat(
        Samples.ofEveryToken(
            29,
            "kid-of-other-company",
            "signed by another company with its own key",
            UNKNOWN_KEY,
            forge -> forge.signedBy(Cast.STRANGER_SIGNS)),
        Stream.of(
            Samples.message(
                30,
                "signed-by-encryption-key",
                "signed with the key that opens envelopes",
                WRONG_KEY_USE,
                forge -> forge.signedBy(Cast.MILL_OPENS)),
            Samples.declaration(
                30,
                "signed-by-encryption-key",
                "signed with the key that opens envelopes",
                WRONG_KEY_USE,
                forge -> forge.token(token -> token.signedBy(Cast.MILL_OPENS)))));
  }

  /** The stranger has the mill's keys listed under its own name too. */
  private static Stream<Sample> sharedKey() {
    Setting twin =
        Setting.STANDARD.known(
            Cast.STRANGER,
            known -> {
              List<KnownKey> keys = new ArrayList<>(known.keys());
              keys.add(KnownKey.signing(Cast.MILL_MESSAGES));
              keys.add(KnownKey.signing(Cast.MILL_DECLARES));
              return Known.active(Cast.STRANGER, keys.toArray(new KnownKey[0]));
            });
    UnaryOperator<String> twinsName = replacing(Cast.MILL.did(), Cast.STRANGER.did());
    return Stream.of(
        Samples.message(
            34,
            "shared-kid-other-name",
            "two participants list the key; the other's name was put in after signing",
            BAD_SIGNATURE.name(),
            twin,
            forge -> forge.afterSigning(afterSigning(twinsName))),
        Samples.declaration(
            34,
            "shared-kid-other-name",
            "two participants list the key; the other's name was put in after signing",
            BAD_SIGNATURE.name(),
            twin,
            forge -> forge.token(token -> token.afterSigning(afterSigning(twinsName)))),
        Samples.declaration(
            34,
            "shared-kid-signed-by-twin",
            "two participants list the key; the other signed with it, the mill sent it",
            FORWARDED.name(),
            twin,
            forge -> forge.issuedBy(Cast.STRANGER, Cast.MILL_DECLARES)),
        Samples.message(
            34,
            "shared-kid-other-entry",
            "the directory answers with another participant's entry that lists the key",
            UNKNOWN_SIGNER.name(),
            Setting.STANDARD.mill(
                mill ->
                    Known.active(Cast.STRANGER, mill.keys().toArray(new KnownKey[0]))
                        .foundUnder(Cast.MILL)),
            forge -> {}));
  }

  private static Stream<Sample> standing() {
    long now = Cast.NOW.getEpochSecond();
    return Stream.of(
        Samples.message(
            35,
            "stale-directory",
            "the directory was last confirmed 24 hours and a second ago",
            STALE_DIRECTORY.name(),
            Setting.STANDARD.mill(mill -> mill.confirmedAt(now - DAY - 1)),
            forge -> {}),
        Samples.token(
            35,
            "forged-directory-entry",
            "an entry of the directory that someone else signed in the registry's name",
            BAD_SIGNATURE,
            forge -> forge.signingInstead(Cast.STRANGER_SIGNS::sign)),
        Samples.message(
            35,
            "rolled-back-directory",
            "the directory is back at the state before the key was added",
            UNKNOWN_KEY.name(),
            Setting.STANDARD.mill(mill -> mill.without(Cast.MILL_MESSAGES)),
            forge -> {}),
        Samples.message(
            0,
            "unknown-signer",
            "the signer was never admitted",
            UNKNOWN_SIGNER.name(),
            Setting.STANDARD.withoutMill(),
            forge -> {}),
        Samples.message(
            0,
            "suspended-signer",
            "the signer is suspended",
            SUSPENDED_SIGNER.name(),
            Setting.STANDARD.mill(mill -> mill.with(Standing.Status.SUSPENDED)),
            forge -> {}));
  }
}
