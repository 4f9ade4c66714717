package org.cfptrace.bundle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.Mandate;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TestRegistry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.verify.checklist.StampForge;

/**
 * An audit of three companies, A 3 kg, B 3 + 5 = 8 kg, C 8 + 10 = 18 kg, every byte of which is the
 * same on every run: the origin of the published bundles.
 */
public final class SampleAudit {
  public static final Instant AUDITED = ChainWorld.NOON.plusSeconds(3600);

  /** When the log was stamped, some minutes after it had taken in the declarations. */
  static final Instant STAMPED = ChainWorld.NOON.plusSeconds(600);

  static final StampForge AUTHORITY = StampForge.named("time stamps of the samples");

  public static final Quantity ONE = Quantity.of("1", DeclaredUnit.PIECE);

  // Its private key was never kept: nothing else can be signed with it.
  private static final String ROOT =
      """
      -----BEGIN CERTIFICATE-----
      MIIBzTCCAVSgAwIBAgIUFQ0HlqWK7xHlZbKkFIT3v7j8ehAwCgYIKoZIzj0EAwMw
      HjEcMBoGA1UEAwwTcm9vdCBvZiB0aGUgc2FtcGxlczAeFw0yNjExMjcwNTMwMDFa
      Fw0zNjExMjQwNTMwMDFaMB4xHDAaBgNVBAMME3Jvb3Qgb2YgdGhlIHNhbXBsZXMw
      djAQBgcqhkjOPQIBBgUrgQQAIgNiAAQxeQ4pDKn8esUW55UmaoGGslFNCyuDok3v
      sr+nfYvtAKPSBJQV036ntvmfYQT2KMsJXQMkbEzujUaawD4fIwkern2d34qvwHKT
      HadshFY52B25eXbGJDcTTt3bvkgD39GjUzBRMB0GA1UdDgQWBBTnj6a5WADTM6tT
      kzUwcqr01DIVfjAfBgNVHSMEGDAWgBTnj6a5WADTM6tTkzUwcqr01DIVfjAPBgNV
      HRMBAf8EBTADAQH/MAoGCCqGSM49BAMDA2cAMGQCMCIXczHiA0iINfyQwGnpuoWT
      kr8R7dzvfy7OaH/5QcoT9hmZLEg7zoVYjpS3d/zlrgIwC96hkjcB0ZfK2ab2qVy/
      dVadoY9bXXjqgCNRCHLW1AyGtmIDTZoBW5U13ddazZby
      -----END CERTIFICATE-----
      """;

  public final ChainWorld world = ChainWorld.repeatable(TestRegistry.certificate(ROOT));
  public final ChainWorld.Firm a = world.firm("a");
  public final ChainWorld.Firm b = world.firm("b");
  public final ChainWorld.Firm c = world.firm("c");
  public final ChainWorld.Firm auditor = world.firm("x");

  public SampleAudit() {
    auditor.accreditedUntil(AUDITED.plusSeconds(86_400));
  }

  /** The file of the honest three. */
  public static byte[] accepted() {
    SampleAudit audit = new SampleAudit();
    return BundleFile.write(audit.bundle(audit.car(audit.part(audit.steel("3")))));
  }

  /** Whom to believe of all samples. */
  public static TrustAnchor anchor() {
    return new SampleAudit().trust();
  }

  /** The same of this one: with an authority whose stamp every bundle must hold. */
  public TrustAnchor trust() {
    LogTrust log = world.trust();
    return world
        .anchor()
        .with(
            new LogTrust(
                log.origin(),
                log.key(),
                log.witnesses(),
                log.quorum(),
                Optional.of(AUTHORITY.certificate())));
  }

  /** A's steel, as B got it. */
  public ChainWorld.Copy steel(String kilograms) {
    return world.sell(a.makes("steel", DeclaredUnit.PIECE).emitting(kilograms).state(), b);
  }

  /** B's part of one piece of steel, as C got it. */
  public ChainWorld.Copy part(ChainWorld.Copy steel) {
    return world.sell(b.makes("part", DeclaredUnit.PIECE).emitting("5").of(steel, ONE).state(), c);
  }

  /** C's car of one part. */
  public ChainWorld.Made car(ChainWorld.Copy part) {
    return c.makes("car", DeclaredUnit.PIECE).emitting("10").of(part, ONE).state();
  }

  public SignedBundle bundle(ChainWorld.Made root) {
    return bundle(root, answers -> answers);
  }

  /** The bundle of an honest auditor, whatever the companies have answered. */
  public SignedBundle bundle(
      ChainWorld.Made root, UnaryOperator<Map<DeclarationId, HopAnswer>> change) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    Map<DeclarationId, HopAnswer> answers = new LinkedHashMap<>();
    collect(root, proofs, answers);
    return bundle(root, world.shown(root, proofs), change.apply(answers));
  }

  /** The bundle of an honest auditor. */
  public SignedBundle bundle(
      ChainWorld.Made root, ShownDeclaration shown, Map<DeclarationId, HopAnswer> answers) {
    return reported(root, evidence(root, shown, answers));
  }

  /** What the auditor keeps before it signs its report. */
  Bundle evidence(
      ChainWorld.Made root, ShownDeclaration shown, Map<DeclarationId, HopAnswer> answers) {
    List<DirectoryEntry> directory = world.firms().stream().map(ChainWorld.Firm::entry).toList();
    String statuses = statusList(1, AUDITED);
    SampleLog log = new SampleLog(world.proofs(), directory, statuses);
    return new Bundle(
        world.settled(mandate(root).sign(c.key()), c.key()),
        c.fingerprint(),
        shown,
        answers,
        log.note(),
        directory.stream().map(log::registryEvent).toList(),
        log.statusList(statuses),
        Optional.of(log.stamp(AUTHORITY, STAMPED)));
  }

  /** A signed version of the status list. */
  String statusList(long version, Instant at) {
    return world.settled(
        StatusListToken.sign(
            world.statusList(), version, world.anchor().registryDid(), world.registryKey(), at),
        world.registryKey());
  }

  /** The log of these samples with other words of the registry in it. */
  SampleLog log(List<DirectoryEntry> directory, String statusList) {
    return new SampleLog(world.proofs(), directory, statusList);
  }

  /** This evidence with the report of an honest auditor. */
  SignedBundle reported(ChainWorld.Made root, Bundle evidence) {
    return reported(root, evidence, AUDITED);
  }

  /** The same, with the time that the report gives itself. */
  SignedBundle reported(ChainWorld.Made root, Bundle evidence, Instant at) {
    ChainVerdict verdict =
        world
            .verifier()
            .verify(
                ChainWorld.rootOf(root), evidence.root(), evidence.answers(), evidence.earlier());
    return signed(
        evidence, AuditReport.of(mandate(root), verdict, at, BundleFile.digestOf(evidence)));
  }

  /** The bundle with this report. */
  public SignedBundle signed(Bundle evidence, AuditReport report) {
    return signed(evidence, report, auditor);
  }

  /** The bundle with a report that somebody else may have signed. */
  SignedBundle signed(Bundle evidence, AuditReport report, ChainWorld.Firm signer) {
    return evidence.with(world.settled(report.sign(signer.key()), signer.key()));
  }

  /** C asks its auditor to look at the car, fifty companies deep. */
  public Mandate mandate(ChainWorld.Made root) {
    return new Mandate(
        c.id(),
        auditor.id(),
        "urn:uuid:22222222-2222-4222-8222-222222222222",
        ChainWorld.NOON,
        AUDITED.plusSeconds(86_400),
        root.product(),
        root.footprint().period(),
        50,
        auditor.fingerprint());
  }

  private void collect(
      ChainWorld.Made made,
      Map<DeclarationId, LoggedEntry> proofs,
      Map<DeclarationId, HopAnswer> answers) {
    for (ChainWorld.Copy input : made.inputs()) {
      if (!answers.containsKey(input.signed().id())) {
        answers.put(input.signed().id(), new HopAnswer.Shown(world.shown(input, proofs)));
        collect(input.made(), proofs, answers);
      }
    }
  }
}
