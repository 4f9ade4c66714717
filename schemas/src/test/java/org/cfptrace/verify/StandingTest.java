package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.junit.jupiter.api.Test;

/** How a signer stands when its message arrives: the key at the time of issue, the company now. */
class StandingTest {
  private final TwoCompanies companies = new TwoCompanies();
  private final VerificationKey key = companies.millSigns.verificationKey();
  private final SignedMessage message = companies.signed(companies.carrying(companies.steel()));

  @Test
  void aKeyRotatedSinceIsFine() {
    mill(key(TwoCompanies.at(-86_400), Optional.of(TwoCompanies.at(1)), Optional.empty()));

    assertThat(read()).isInstanceOf(Reading.Accepted.class);
  }

  @Test
  void aKeyRotatedBeforeIsNot() {
    mill(key(TwoCompanies.at(-86_400), Optional.of(TwoCompanies.NOW), Optional.empty()));

    assertRefused(Reason.KEY_NOT_VALID_THEN);
  }

  @Test
  void aKeyThatBeginsLaterIsNot() {
    mill(key(TwoCompanies.at(1), Optional.empty(), Optional.empty()));

    assertRefused(Reason.KEY_NOT_VALID_THEN);
  }

  @Test
  void aKeyIsValidFromItsFirstInstant() {
    mill(key(TwoCompanies.NOW, Optional.empty(), Optional.empty()));

    assertThat(read()).isInstanceOf(Reading.Accepted.class);
  }

  @Test
  void aCompromisedKeyIsNotBelievedWhateverItsTimeSays() {
    mill(key(TwoCompanies.at(-86_400), Optional.empty(), Optional.of(TwoCompanies.at(1_000_000))));

    assertRefused(Reason.COMPROMISED_KEY);
  }

  @Test
  void aSuspendedSignerIsHeldNotRefused() {
    companies.directory.put(
        TwoCompanies.MILL,
        new Standing(
            TwoCompanies.MILL,
            Standing.Status.SUSPENDED,
            List.of(KeyRecord.signing(key, TwoCompanies.at(-1))),
            TwoCompanies.NOW));

    assertHeld(Reason.SUSPENDED_SIGNER);
  }

  @Test
  void anOldDirectoryHoldsEverythingBack() {
    assertThat(confirmedAt(TwoCompanies.at(-86_400))).isInstanceOf(Reading.Accepted.class);
    confirmedAt(TwoCompanies.at(-86_401));

    assertHeld(Reason.STALE_DIRECTORY);
  }

  @Test
  void aDirectoryThatDoesNotAnswerHoldsEverythingBack() {
    StrictReader reader =
        new StrictReader(
            TwoCompanies.PARTS,
            participant -> {
              throw new KeyDirectory.UnavailableException("no route", new IllegalStateException());
            },
            Seen.nothing(),
            java.time.Clock.systemUTC());

    assertThat(reader.message(message.bytes()))
        .isInstanceOf(Reading.Held.class)
        .extracting(Reading::whyNot)
        .isEqualTo(Optional.of(Reason.STALE_DIRECTORY));
  }

  @Test
  void whoWasNeverAdmittedIsUnknown() {
    companies.directory.clear();

    assertRefused(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void anEntryOfAnotherCompanyDoesNotSpeakForTheSigner() {
    companies.directory.put(
        TwoCompanies.MILL,
        new Standing(
            TwoCompanies.PARTS,
            Standing.Status.ACTIVE,
            List.of(KeyRecord.signing(key, TwoCompanies.at(-1))),
            TwoCompanies.NOW));

    assertRefused(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void aKeyNobodyRegisteredIsUnknown() {
    mill(KeyRecord.signing(SigningKey.generate().verificationKey(), TwoCompanies.at(-1)));

    assertRefused(Reason.UNKNOWN_KEY);
  }

  @Test
  void anEncryptionKeyNeverSigns() {
    mill(
        new KeyRecord(
            key, KeyUse.ENCRYPT, "ES256", TwoCompanies.at(-1), Optional.empty(), Optional.empty()));

    assertRefused(Reason.WRONG_KEY_USE);
  }

  @Test
  void aKeyOfAnotherAlgorithmNeverSignsWithOurs() {
    mill(
        new KeyRecord(
            key, KeyUse.SIGN, "EdDSA", TwoCompanies.at(-1), Optional.empty(), Optional.empty()));

    assertRefused(Reason.WRONG_KEY_USE);
  }

  @Test
  void theSenderIsToldOneThingForAllOfIt() {
    assertThat(Reason.UNKNOWN_KEY.outward()).isEqualTo(Reason.NOT_VERIFIABLE);
    assertThat(Reason.BAD_SIGNATURE.outward()).isEqualTo(Reason.NOT_VERIFIABLE);
    assertThat(Reason.CANNOT_BE_OPENED.outward()).isEqualTo(Reason.NOT_VERIFIABLE);
    assertThat(Reason.UNIT_MISMATCH.outward()).isEqualTo(Reason.UNIT_MISMATCH);
    assertThat(Reason.values()).allSatisfy(reason -> assertThat(reason.sentence()).isNotBlank());
  }

  private void mill(KeyRecord record) {
    companies.directory.put(TwoCompanies.MILL, TwoCompanies.millHas(record));
  }

  private KeyRecord key(Instant from, Optional<Instant> to, Optional<Instant> compromised) {
    return new KeyRecord(key, KeyUse.SIGN, "ES256", from, to, compromised);
  }

  private Reading<VerifiedMessage> confirmedAt(Instant asOf) {
    companies.directory.put(
        TwoCompanies.MILL,
        new Standing(
            TwoCompanies.MILL,
            Standing.Status.ACTIVE,
            List.of(KeyRecord.signing(key, TwoCompanies.at(-86_400))),
            asOf));
    return read();
  }

  private Reading<VerifiedMessage> read() {
    return companies.partsReads().message(message.bytes());
  }

  private void assertRefused(Reason reason) {
    assertThat(read()).isInstanceOf(Reading.Refused.class);
    assertThat(read().whyNot()).contains(reason);
  }

  private void assertHeld(Reason reason) {
    assertThat(read()).isInstanceOf(Reading.Held.class);
    assertThat(read().whyNot()).contains(reason);
  }
}
