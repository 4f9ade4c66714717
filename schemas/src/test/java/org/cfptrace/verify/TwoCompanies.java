package org.cfptrace.verify;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;

/**
 * A steel mill and a parts maker who have each other's keys: what every test of the reader needs.
 */
public final class TwoCompanies {
  public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  public static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa");
  public static final ParticipantId PARTS =
      ParticipantId.of("registry.cfptrace.example", "bbbbbbbbbbbbbbbb");
  public static final TraceId STEEL = TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  public static final Set<ClaimName> NEXT_TIER =
      EnumSet.of(
          ClaimName.PRODUCT,
          ClaimName.TOTAL,
          ClaimName.PERIOD,
          ClaimName.METHOD,
          ClaimName.AUDIENCE,
          ClaimName.TERMS,
          ClaimName.QUALITY,
          ClaimName.STAGES);

  /** 3 kg of fossil emissions per kilogram, in two stages. */
  public static final Emissions THREE =
      Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, KgCo2e.of("1"))
          .and(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of("2"));

  public final SigningKey millSigns;
  public final EncryptionKey partsOpens;
  public final Map<ParticipantId, Standing> directory = new HashMap<>();
  public final Map<String, String> seen = new HashMap<>();
  public final Randomness random = Randomness.secure();

  public TwoCompanies() {
    this(CryptoProviders.chosen());
  }

  public TwoCompanies(CryptoProvider provider) {
    millSigns = SigningKey.generate(provider);
    partsOpens = EncryptionKey.generate(provider);
    directory.put(MILL, millHas(KeyRecord.signing(millSigns.verificationKey(), at(-86_400))));
  }

  public static Instant at(long secondsFromNow) {
    return NOW.plusSeconds(secondsFromNow);
  }

  public static Standing millHas(KeyRecord... keys) {
    return new Standing(MILL, Standing.Status.ACTIVE, List.of(keys), NOW);
  }

  public StrictReader partsReads() {
    return reader(PARTS);
  }

  public StrictReader reader(ParticipantId me) {
    return new StrictReader(
        me,
        participant -> Optional.ofNullable(directory.get(participant)),
        (issuer, jti) -> Optional.ofNullable(seen.get(issuer + " " + jti)),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  public static DraftDeclaration steelFor(ParticipantId recipient) {
    return DraftDeclaration.of(MILL, recipient, CommittedTotals.of(THREE), true, Share.NONE)
        .with(
            new ProductClaim(
                STEEL,
                Optional.of("P-100"),
                "熱延鋼板 hot rolled coil",
                "steel",
                DeclaredUnit.KILOGRAM,
                Optional.empty()))
        .with(new PeriodClaim(Period.ofYear(2025), LocalDate.parse("2027-12-31")))
        .with(MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE))
        .with(new TermsClaim(Optional.empty(), Optional.empty(), Set.of()))
        .with(
            new QualityClaim(
                Optional.of(PrimaryDataShare.FULL),
                Optional.of(
                    DataQuality.same(
                        QualityScale.ONE_TO_FIVE, Representativeness.of("1", "2", "1.5")))))
        .with(new StagesClaim(StageProfile.OURANOS, THREE));
  }

  public SignedDeclaration steel() {
    return steelFor(PARTS).sign(millSigns, NOW, random);
  }

  public DraftMessage carrying(SignedDeclaration declaration) {
    DeclarationBody body =
        new DeclarationBody(declaration.view(NEXT_TIER), Optional.of(declaration.opening()));
    return new DraftMessage(MILL, PARTS, MessageType.DECLARATION, "thread-1", 1, body.toJson());
  }

  public SignedMessage signed(DraftMessage draft) {
    return draft.sign(millSigns, NOW, at(3600), random);
  }

  public byte[] sealed(SignedMessage message) {
    return Envelopes.seal(message.bytes(), partsOpens.sealingKey());
  }

  /** Everything a receiver does: open, read the message, read the declaration. */
  public Reading<VerifiedDeclaration> received(byte[] envelope) {
    StrictReader reader = partsReads();
    return reader
        .open(envelope, List.of(partsOpens))
        .then(reader::message)
        .then(reader::declaration);
  }
}
