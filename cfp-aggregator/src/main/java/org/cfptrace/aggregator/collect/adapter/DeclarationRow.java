package org.cfptrace.aggregator.collect.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.collect.AttachedAttestation;
import org.cfptrace.aggregator.collect.AuditorsWord;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.Fall;
import org.cfptrace.aggregator.collect.Recall;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.VerifiedDeclaration;
import org.jspecify.annotations.NullUnmarked;

/** A collected declaration as it lies in its table: columns to find it by, its claims as text. */
@Entity
@Table(name = "declaration")
@NullUnmarked
class DeclarationRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long number;

  String tenant;

  @Column(name = "declaration_id")
  String declarationId;

  String issuer;
  String jti;

  @Column(name = "trace_id")
  UUID traceId;

  @Column(name = "product_name")
  String productName;

  String unit;

  @Column(name = "period_from")
  LocalDate periodFrom;

  @Column(name = "period_to")
  LocalDate periodTo;

  @Column(name = "valid_until")
  LocalDate validUntil;

  @Column(name = "excl_biogenic")
  BigDecimal exclBiogenic;

  @Column(name = "incl_biogenic")
  BigDecimal inclBiogenic;

  Boolean complete;

  @Column(name = "estimated_share")
  BigDecimal estimatedShare;

  @Column(name = "primary_data_share")
  BigDecimal primaryDataShare;

  String gwp;
  String boundary;
  String supersedes;
  String claims;
  String commitment;
  String opening;

  @Column(name = "signed_with")
  String signedWith;

  @Column(name = "issued_at")
  Instant issuedAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "recalled_at")
  Instant recalledAt;

  @Column(name = "recall_reason")
  String recallReason;

  String fallen;

  @Column(name = "fallen_reason")
  String fallenReason;

  @Column(name = "fallen_on")
  LocalDate fallenOn;

  @Column(name = "fallen_at")
  Instant fallenAt;

  @Column(name = "tree_incomplete_since")
  LocalDate treeIncompleteSince;

  @Column(name = "audited_by")
  String auditedBy;

  @Column(name = "audited_percent")
  BigDecimal auditedPercent;

  @Column(name = "audit_doubts")
  String auditDoubts;

  static DeclarationRow of(VerifiedDeclaration declaration, Instant at) {
    DeclarationRow row = new DeclarationRow();
    row.declarationId = declaration.id().value();
    row.issuer = declaration.issuer().did();
    row.jti = declaration.jti();
    row.commitment = declaration.commitment().encoded();
    row.signedWith = declaration.signedWith().value();
    row.issuedAt = declaration.issuedAt();
    row.receivedAt = at;
    row.claims = "{}";
    row.unite(declaration);
    return row;
  }

  /** Takes what is shown now to what was shown before: nothing is taken back. */
  void unite(VerifiedDeclaration declaration) {
    ObjectNode all = (ObjectNode) StrictJson.parseKept(claims);
    for (ClaimName name : declaration.shown()) {
      declaration.claim(name).ifPresent(claim -> all.set(name.jsonName(), claim.toJson()));
    }
    if (!Objects.equals(attached(), all.get(ClaimName.ATTEST.jsonName()))) {
      auditedBy = null;
      auditedPercent = null;
      auditDoubts = null;
    }
    claims = new String(StrictJson.write(all), UTF_8);
    declaration
        .opening()
        .ifPresent(shown -> opening = new String(StrictJson.write(shown.toJson()), UTF_8));
    declaration.product().ifPresent(this::take);
    declaration.period().ifPresent(this::take);
    declaration.total().ifPresent(this::take);
    declaration.quality().ifPresent(this::take);
    declaration.method().ifPresent(this::take);
    declaration.supersedes().ifPresent(claim -> supersedes = claim.declarationId().value());
    if (declaration.total().isPresent() && !isFallenForGood()) {
      fallen = null;
      fallenReason = null;
      fallenOn = null;
      fallenAt = null;
    }
  }

  /** Whether it carries an auditor's word that nobody has judged. */
  boolean isToBeJudged() {
    return attached() != null && !auditorsWord().isJudged();
  }

  private JsonNode attached() {
    return StrictJson.parseKept(claims).get(ClaimName.ATTEST.jsonName());
  }

  private AuditorsWord auditorsWord() {
    return new AuditorsWord(
        Optional.ofNullable(auditedBy).map(ParticipantId::new),
        Optional.ofNullable(auditedPercent).map(Coverage::new),
        Optional.ofNullable(auditDoubts).stream()
            .flatMap(names -> Arrays.stream(names.split(",")))
            .map(Doubt::valueOf)
            .collect(Collectors.toSet()));
  }

  private void take(ProductClaim product) {
    traceId = product.traceId().uuid();
    productName = product.productName();
    unit = product.unit().text();
  }

  private void take(PeriodClaim period) {
    periodFrom = period.period().from();
    periodTo = period.period().to();
    validUntil = period.validUntil();
  }

  private void take(TotalClaim total) {
    exclBiogenic = total.exclBiogenicUptake().value();
    inclBiogenic = total.inclBiogenicUptake().value();
    complete = total.complete();
    estimatedShare = total.estimatedShare().value();
  }

  private void take(QualityClaim quality) {
    quality.primaryDataShare().ifPresent(share -> primaryDataShare = share.percent());
  }

  private void take(MethodClaim method) {
    gwp = method.basis().gwp().name();
    boundary = method.basis().boundary().name();
  }

  /** The first word counts: a recall that is said again is the same recall. */
  void take(Recall recall) {
    if (recalledAt == null) {
      recalledAt = recall.at();
      recallReason = recall.reason();
    }
  }

  /** What is said again is the same fall, and of what was recalled or corrected nothing more. */
  void take(Fall fall) {
    if (!isFallenForGood() && !fall.kind().name().equals(fallen)) {
      fallen = fall.kind().name();
      fallenReason = fall.reason().orElse(null);
      fallenOn = fall.on();
      fallenAt = fall.since();
    }
  }

  private boolean isFallenForGood() {
    return fallen != null && Fallen.Kind.valueOf(fallen).isFinal();
  }

  private Optional<Fall> fall() {
    return Optional.ofNullable(fallen)
        .map(
            kind ->
                new Fall(
                    Fallen.Kind.valueOf(kind),
                    Optional.ofNullable(fallenReason),
                    fallenOn,
                    fallenAt));
  }

  SupplierProduct product() {
    return new SupplierProduct(new ParticipantId(issuer), new TraceId(traceId));
  }

  Seen.Earlier earlier() {
    return new Seen.Earlier(
        new ParticipantId(issuer),
        new TraceId(traceId),
        new Period(periodFrom, periodTo),
        Optional.ofNullable(supersedes).map(DeclarationId::new));
  }

  CollectedDeclaration declaration(Optional<DeclarationId> supersededBy) {
    ObjectNode all = (ObjectNode) StrictJson.parseKept(claims);
    List<String> shown = new ArrayList<>();
    all.fieldNames().forEachRemaining(shown::add);
    return new CollectedDeclaration(
        number,
        new DeclarationId(declarationId),
        new ParticipantId(issuer),
        claim(all, ClaimName.PRODUCT, ProductClaim.class).orElseThrow(),
        claim(all, ClaimName.PERIOD, PeriodClaim.class).orElseThrow(),
        claim(all, ClaimName.TOTAL, TotalClaim.class),
        claim(all, ClaimName.QUALITY, QualityClaim.class),
        claim(all, ClaimName.METHOD, MethodClaim.class),
        claim(all, ClaimName.STAGES, StagesClaim.class),
        Commitment.parse(commitment),
        Optional.ofNullable(opening)
            .map(text -> StrictJson.parseKept(text))
            .map(CommitmentOpening::fromJson),
        shown,
        attestation(all),
        supersededBy,
        Optional.ofNullable(recalledAt).map(at -> new Recall(recallReason, at)),
        fall(),
        Optional.ofNullable(treeIncompleteSince),
        Optional.ofNullable(all.get(ClaimName.ATTEST.jsonName())).map(word -> auditorsWord()),
        issuedAt,
        receivedAt);
  }

  /** The auditor's word attached to it. */
  Optional<AttachedAttestation> attestation() {
    return attestation((ObjectNode) StrictJson.parseKept(claims));
  }

  private static Optional<AttachedAttestation> attestation(ObjectNode all) {
    return Optional.ofNullable(all.get(ClaimName.ATTEST.jsonName())).map(AttachedAttestation::in);
  }

  private static <T extends Claim> Optional<T> claim(
      ObjectNode all, ClaimName name, Class<T> type) {
    return Optional.ofNullable(all.get(name.jsonName()))
        .map(json -> Claims.read(name, json))
        .map(type::cast);
  }
}
