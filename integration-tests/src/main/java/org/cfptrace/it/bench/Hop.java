package org.cfptrace.it.bench;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.verify.KeyRecord;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.Standing;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * The cryptography of one hop, as the connectors do it: A declares, commits and seals; B opens,
 * verifies and checks the commitment. No broker, no database.
 */
final class Hop {
  private static final Set<ClaimName> SHOWN =
      Set.of(
          ClaimName.PRODUCT,
          ClaimName.TOTAL,
          ClaimName.PERIOD,
          ClaimName.METHOD,
          ClaimName.AUDIENCE);

  private final Randomness random = Randomness.secure();
  private final Clock clock = Clock.systemUTC();
  private final ParticipantId supplier =
      ParticipantId.of("registry.cfptrace.example", "benchsuppliera22");
  private final ParticipantId customer =
      ParticipantId.of("registry.cfptrace.example", "benchcustomerb22");
  private final SigningKey signing = SigningKey.generate();
  private final EncryptionKey encryption = EncryptionKey.generate();
  private final StrictReader reader;
  private final DraftDeclaration draft;

  Hop() {
    Instant since = clock.instant().minus(Duration.ofDays(1));
    Standing standing =
        new Standing(
            supplier,
            Standing.Status.ACTIVE,
            List.of(KeyRecord.signing(signing.verificationKey(), since)),
            clock.instant().plus(Duration.ofHours(1)));
    reader =
        new StrictReader(
            customer,
            participant -> participant.equals(supplier) ? Optional.of(standing) : Optional.empty(),
            Seen.nothing(),
            clock);
    draft =
        DraftDeclaration.of(
                supplier,
                customer,
                new CommittedTotals(3_000_000_000L, 0, 0),
                true,
                new Share(BigDecimal.ZERO))
            .with(
                new ProductClaim(
                    new TraceId(UUID.fromString("0b0f6e7e-7c6e-4c6f-8a3c-1d2f3a4b5c6d")),
                    Optional.empty(),
                    "hot-rolled coil",
                    "steel",
                    DeclaredUnit.KILOGRAM,
                    Optional.empty()))
            .with(
                new PeriodClaim(
                    new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")),
                    LocalDate.parse("2027-12-31")))
            .with(
                MethodClaim.of(
                    List.of("ISO 14067:2018"),
                    new CalculationBasis(GwpSet.AR6, SystemBoundary.CRADLE_TO_GATE)));
  }

  /** What A does: the sealed bytes that go to B's inbox. */
  byte[] send() {
    Instant now = clock.instant();
    SignedDeclaration declaration = draft.sign(signing, now, random);
    DeclarationBody body =
        new DeclarationBody(declaration.view(SHOWN), Optional.of(declaration.opening()));
    byte[] message =
        new DraftMessage(supplier, customer, MessageType.DECLARATION, "bench", 1, body.toJson())
            .sign(signing, now, now.plus(Duration.ofDays(30)), random)
            .bytes();
    return Envelopes.seal(message, encryption.sealingKey());
  }

  /** What B does: the verified declaration, or an error that names why not. */
  VerifiedDeclaration receive(byte[] envelope) {
    Reading<VerifiedDeclaration> read =
        reader.open(envelope, List.of(encryption)).then(reader::message).then(reader::declaration);
    return read.asOptional().orElseThrow(() -> new IllegalStateException("refused: " + read));
  }
}
