package org.cfptrace.aggregator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerInvitationBody;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.RecallBody;
import org.cfptrace.envelope.ReleaseBody;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.envelope.WithholdBody;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.TreeHash;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.KeyBinding;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.Standing;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedMessage;

/** A company that deals with the aggregator in a test: its real keys, and the words it says. */
final class Company {
  static final TraceId CAR = TraceId.of("urn:uuid:33333333-3333-4333-8333-333333333333");
  static final Set<ClaimName> ALL_BUT_STAGES =
      EnumSet.of(
          ClaimName.PRODUCT,
          ClaimName.TOTAL,
          ClaimName.PERIOD,
          ClaimName.METHOD,
          ClaimName.AUDIENCE,
          ClaimName.QUALITY);

  private static final long KILOGRAM = 1_000_000_000L;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final ParticipantId id;
  final ParticipantKeys keys = ParticipantKeys.make();
  private final String registry;
  private final SigningKey directoryKey;
  private final SealingKey aggregator;
  private final Map<String, Long> places = new HashMap<>();
  private final KeyRecord signing;
  private final KeyRecord sealing;
  private long sequence;

  Company(String shortId, String registry, SigningKey directoryKey, SealingKey aggregator) {
    this.id = ParticipantId.of(DataSpace.DOMAIN, shortId);
    this.registry = registry;
    this.directoryKey = directoryKey;
    this.aggregator = aggregator;
    Instant from = Instant.now().minusSeconds(3600);
    this.signing = KeyRecord.signing(keys.signing().verificationKey(), from, Optional.empty());
    this.sealing =
        KeyRecord.encryption(
            keys.encryption().sealingKey(),
            from,
            new KeyBinding(id, keys.encryption().sealingKey(), "nonce", from).sign(keys.signing()));
  }

  String fingerprint() {
    return Fingerprint.of(id, keys.signing().thumbprint()).text();
  }

  /** The registry's word about it, as it is published now. */
  String entry(DirectoryStatus status) {
    return entry(status, List.of(signing, sealing));
  }

  /** The registry's word that it may audit footprints in these days. */
  String accredited(Instant from, Instant until) {
    return entry(
        DirectoryStatus.ACTIVE,
        List.of(signing, sealing),
        Optional.of(new Accreditation(List.of(Accreditation.CFP_AUDIT), from, until)));
  }

  String entry(DirectoryStatus status, List<KeyRecord> history) {
    return entry(status, history, Optional.empty());
  }

  private String entry(
      DirectoryStatus status, List<KeyRecord> history, Optional<Accreditation> accreditation) {
    sequence++;
    DirectoryRecord record =
        new DirectoryRecord(
            id,
            sequence,
            status,
            "Car maker " + id.shortId(),
            Optional.empty(),
            "JP",
            Optional.empty(),
            Optional.empty(),
            List.of("MANUFACTURER"),
            Instant.now(),
            history,
            accreditation);
    return DirectoryEntry.sign(record, DataSpace.DID, directoryKey, Instant.now());
  }

  /** The registry's word that its signing key is compromised since then. */
  String entryOfCompromisedKey(Instant since) {
    KeyRecord compromised =
        new KeyRecord(
            signing.kid(),
            signing.use(),
            signing.jwk(),
            signing.from(),
            signing.to(),
            Optional.of(since),
            Optional.of(since),
            signing.proof());
    return entry(DirectoryStatus.ACTIVE, List.of(compromised, sealing));
  }

  /** Puts it into the directory that is asked over HTTP. */
  Company admitted() {
    inDirectory(entry(DirectoryStatus.ACTIVE));
    return this;
  }

  /** Puts an entry into the directory that is asked over HTTP; the same goes to the topic. */
  String inDirectory(String entry) {
    http("PUT", "/api/v1/participants/" + id.shortId(), entry);
    return entry;
  }

  boolean mayWriteToTheInbox() {
    return http(
            "GET",
            "/api/v1/participants/"
                + Surroundings.AGGREGATOR.shortId()
                + "/accepted-partners/"
                + id.shortId(),
            "")
        == 200;
  }

  byte[] invitation(String note) {
    return says(
        MessageType.PARTNER_INVITATION,
        "hello",
        new PartnerInvitationBody(Optional.of(note)).toJson());
  }

  /** A car of so many kilograms, for the aggregator. */
  SignedDeclaration car(long kilograms, int year) {
    return draft(kilograms, year).sign(keys.signing(), Instant.now(), Randomness.secure());
  }

  /** A car of so many kilograms in the place of an earlier one. */
  SignedDeclaration correction(DeclarationId of, long kilograms, int year) {
    return draft(kilograms, year)
        .with(new SupersedesClaim(of))
        .sign(keys.signing(), Instant.now(), Randomness.secure());
  }

  DraftDeclaration draft(long kilograms, int year) {
    CommittedTotals totals = new CommittedTotals(kilograms * KILOGRAM, 0, 0);
    return DraftDeclaration.of(id, Surroundings.AGGREGATOR, totals, true, Share.NONE)
        .with(
            new ProductClaim(
                CAR,
                Optional.empty(),
                "Car",
                "passenger car",
                DeclaredUnit.PIECE,
                Optional.empty()))
        .with(new PeriodClaim(Period.ofYear(year), LocalDate.of(year + 2, 12, 31)))
        .with(MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE))
        .with(new QualityClaim(Optional.of(PrimaryDataShare.FULL), Optional.empty()));
  }

  byte[] gives(SignedDeclaration declaration) {
    return gives(declaration, ALL_BUT_STAGES);
  }

  byte[] gives(SignedDeclaration declaration, Set<ClaimName> shown) {
    return says(MessageType.DECLARATION, "car", body(declaration, shown));
  }

  /** Gives a correction, and shows what it corrects. */
  byte[] corrects(SignedDeclaration correction) {
    Set<ClaimName> shown = EnumSet.copyOf(ALL_BUT_STAGES);
    shown.add(ClaimName.SUPERSEDES);
    return gives(correction, shown);
  }

  /** What it makes, declared to a customer, who may hand it on to these. */
  SignedDeclaration declaresTo(ParticipantId customer, long kilograms, Audience... onward) {
    return draft(kilograms, 2025)
        .forRecipient(customer)
        .with(new TermsClaim(Optional.empty(), Optional.empty(), Set.of(onward)))
        .sign(keys.signing(), Instant.now(), Randomness.secure());
  }

  /** Hands on what another has declared, with these claims. */
  byte[] presents(SignedDeclaration declaration, Set<ClaimName> shown) {
    return says(MessageType.PRESENTATION, "car", body(declaration, shown));
  }

  /** Says how far the tree behind what it has handed on is. */
  byte[] tellsProgress(DeclarationId declaration, boolean isComplete, LocalDate on) {
    return says(
        MessageType.PRESENTATION, "car", new Progressed(declaration, isComplete, on).toJson());
  }

  /** Says that what it has handed on is no figure any more. */
  byte[] tellsFall(DeclarationId declaration, Fallen.Kind kind, Optional<String> reason) {
    return says(
        MessageType.PRESENTATION,
        "car",
        new Fallen(declaration, kind, reason, LocalDate.parse("2026-11-27")).toJson());
  }

  byte[] recalls(DeclarationId declaration, String reason) {
    return says(MessageType.RECALL, "car", new RecallBody(declaration, reason).toJson());
  }

  byte[] withholds(SharedItem... items) {
    return says(MessageType.WITHHOLD, "car", new WithholdBody(CAR, Set.of(items)).toJson());
  }

  byte[] releases(SharedItem... items) {
    return says(MessageType.RELEASE, "car", new ReleaseBody(CAR, Set.of(items)).toJson());
  }

  byte[] progress(boolean isComplete, Optional<RequestCounts> counts, String changedOn) {
    return says(
        MessageType.PROGRESS,
        "car",
        new ProgressBody(CAR, isComplete, counts, LocalDate.parse(changedOn)).toJson());
  }

  /** The proof that a declaration is the first entry of a log. */
  byte[] proves(DeclarationId declaration) {
    NoteSigner log =
        NoteSigner.fresh("log.example/1", VerifierKey.Kind.ED25519, Randomness.secure());
    TreeHash root = LogEntry.ofDeclaration(declaration).leaf();
    return says(
        MessageType.INCLUSION_PROOF,
        "car",
        new LoggedEntry(
                declaration,
                new InclusionProof(0, 1, List.of()),
                log.sign(new Checkpoint("log.example/1", 1, root)).written())
            .toJson());
  }

  static ObjectNode body(SignedDeclaration declaration, Set<ClaimName> shown) {
    boolean showsTotal = shown.contains(ClaimName.TOTAL);
    return new DeclarationBody(
            declaration.view(shown),
            showsTotal ? Optional.of(declaration.opening()) : Optional.empty())
        .toJson();
  }

  /** The next message of a thread, sealed. */
  byte[] says(MessageType type, String thread, ObjectNode body) {
    return says(type, thread, places.merge(thread, 1L, Long::sum), body);
  }

  byte[] says(MessageType type, String thread, long seq, ObjectNode body) {
    String name = thread + "-" + id.shortId();
    Instant now = Instant.now();
    return seal(
        new DraftMessage(id, Surroundings.AGGREGATOR, type, name, seq, body)
            .sign(keys.signing(), now, now.plusSeconds(3600), Randomness.secure())
            .bytes());
  }

  byte[] seal(byte[] message) {
    return Envelopes.seal(message, aggregator);
  }

  /** Opens what the aggregator has sent it; empty if it is not for this company. */
  Optional<VerifiedMessage> opens(byte[] envelope, SigningKey signer) {
    Standing standing =
        new Standing(
            Surroundings.AGGREGATOR,
            Standing.Status.ACTIVE,
            List.of(
                org.cfptrace.verify.KeyRecord.signing(
                    signer.verificationKey(), Instant.now().minusSeconds(3600))),
            Instant.now());
    StrictReader reader =
        new StrictReader(id, who -> Optional.of(standing), Seen.nothing(), Clock.systemUTC());
    Reading<VerifiedMessage> reading =
        reader.open(envelope, List.of(keys.encryption())).then(reader::message);
    return reading.asOptional();
  }

  static String newShortId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16).replaceAll("[0189]", "z");
  }

  private int http(String method, String path, String body) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(registry + path))
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException("the registry is away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
