package org.cfptrace.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.audit.Mandate;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.SiteClaim;
import org.cfptrace.envelope.AttestationBody;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditRefusalBody;
import org.cfptrace.envelope.AuditRequestBody;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DisclosedBody;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.FootprintRequestBody;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.envelope.MandateIssuedBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.envelope.PartnerInvitationBody;
import org.cfptrace.envelope.PresentationBody;
import org.cfptrace.envelope.ProgressBody;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.envelope.RecallBody;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.envelope.ReleaseBody;
import org.cfptrace.envelope.RequestCancelledBody;
import org.cfptrace.envelope.RequestCounts;
import org.cfptrace.envelope.RequestLinkedBody;
import org.cfptrace.envelope.RequestRejectedBody;
import org.cfptrace.envelope.RequestReminderBody;
import org.cfptrace.envelope.RequestReplyBody;
import org.cfptrace.envelope.RequestedPart;
import org.cfptrace.envelope.ResendRequestBody;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.envelope.WithholdBody;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The published JSON Schemas say the same as the strict reader: what ours writes is valid, every
 * good sample passes both, every spoiled one is refused by both.
 */
class JsonSchemaTest {
  private static final String BASE = "https://schemas.cfptrace.example/v1/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:json-schema/")));
  private static final Map<String, Consumer<JsonNode>> READERS = readers();

  @TestFactory
  Stream<DynamicTest> goodSamplesPassTheSchemaAndTheReader() {
    return samples("good")
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      assertThat(errors(sample.schema(), sample.json())).isEmpty();
                      reader(sample.schema()).accept(sample.json());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> spoiledSamplesAreRefusedByTheSchemaAndByTheReader() {
    return samples("spoiled")
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.name(),
                    () -> {
                      JsonNode document = sample.json().get("document");
                      assertThat(errors(sample.schema(), document))
                          .as("where the schema sees the fault")
                          .contains(sample.json().get("path").textValue());
                      assertThat(isRefused(sample.schema(), document)).as("by the reader").isTrue();
                    }));
  }

  @Test
  void everySchemaHasAGoodSampleAndAReader() {
    Set<String> schemas =
        files("/json-schema")
            .map(JsonSchemaTest::stem)
            .collect(Collectors.toCollection(TreeSet::new));
    schemas.remove("common");
    assertThat(samples("good").map(Sample::schema).collect(Collectors.toSet()))
        .containsAll(schemas);
    assertThat(samples("spoiled").map(Sample::schema).collect(Collectors.toSet()))
        .containsAll(schemas);
    assertThat(READERS.keySet()).containsAll(schemas);
  }

  @Test
  void everyHiddenClaimHasASchema() {
    for (ClaimName name : ClaimName.values()) {
      assertThat(
              JsonSchemaTest.class.getResource("/json-schema/claim-" + name.jsonName() + ".json"))
          .as(name.jsonName())
          .isNotNull();
    }
  }

  @Test
  void whatOurWriterSignsIsValid() {
    TwoCompanies companies = new TwoCompanies();
    SignedDeclaration steel =
        TwoCompanies.steelFor(TwoCompanies.PARTS)
            .with(new SiteClaim("Kimitsu", "JP"))
            .with(new InputsClaim(List.of(anInput(), anInput())))
            .sign(companies.millSigns, TwoCompanies.NOW, companies.random);
    String message = companies.signed(companies.carrying(steel)).token();

    assertThat(errors("message", payload(message))).isEmpty();
    assertThat(errors("declaration", payload(steel.view(Set.of())))).isEmpty();
    assertThat(errors("commitment-opening", steel.opening().toJson())).isEmpty();
    VerifiedDeclaration read =
        companies
            .received(companies.sealed(companies.signed(companies.carrying(steel))))
            .asOptional()
            .orElseThrow();
    assertThat(read.shown()).contains(ClaimName.STAGES, ClaimName.QUALITY);
    for (ClaimName name : read.shown()) {
      Claim claim = read.claim(name).orElseThrow();
      assertThat(errors("claim-" + name.jsonName(), claim.toJson())).as(name.jsonName()).isEmpty();
    }
  }

  @Test
  void whatOurWriterSealsHasAValidHeader() {
    TwoCompanies companies = new TwoCompanies();
    byte[] envelope = companies.sealed(companies.signed(companies.carrying(companies.steel())));

    assertThat(errors("envelope-header", payload("." + new String(envelope, US_ASCII)))).isEmpty();
  }

  @Test
  void theBodiesOurWriterMakesAreValid() {
    String jti = "urn:uuid:11111111-1111-4111-8111-111111111111";
    assertThat(errors("body-receipt", ReceiptBody.accepted(jti, Optional.empty()).toJson()))
        .isEmpty();
    assertThat(errors("body-receipt", ReceiptBody.refused(jti, "TOO_LARGE").toJson())).isEmpty();
    assertThat(
            errors(
                "body-partner-invitation",
                new PartnerInvitationBody(Optional.of("こんにちは")).toJson()))
        .isEmpty();
    assertThat(errors("body-partner-answer", PartnerAnswerBody.no("no").toJson())).isEmpty();
    assertThat(errors("body-resend-request", ResendRequestBody.of(1, 5000).toJson())).isEmpty();
    assertThat(
            errors(
                "body-disclosed",
                new DisclosedBody(
                        new DeclarationId("A".repeat(43)),
                        TwoCompanies.PARTS,
                        EnumSet.allOf(ClaimName.class))
                    .toJson()))
        .isEmpty();
    assertThat(errors("claim-inputs", new InputsClaim(List.of(anInput())).toJson())).isEmpty();
  }

  @Test
  void theBodiesOurWriterMakesOfRequestsAreValid() {
    RequestId id = RequestId.random();
    Optional<String> word = Optional.of("お願いします。");
    Optional<LocalDate> due = Optional.of(LocalDate.parse("2027-03-31"));
    Optional<MassPerUnit> mass = Optional.of(MassPerUnit.of("2.50"));
    RequestedPart part = new RequestedPart("熱延鋼板", Optional.of("P-100"), DeclaredUnit.PIECE, mass);
    LinkedProduct product = new LinkedProduct(TwoCompanies.STEEL, "coil", DeclaredUnit.PIECE, mass);

    assertThat(
            errors(
                "body-footprint-request",
                new FootprintRequestBody(
                        id,
                        part,
                        Optional.of(Period.ofYear(2026)),
                        word,
                        due,
                        Optional.of(RequestId.random()))
                    .toJson()))
        .isEmpty();
    assertThat(errors("body-request-reminder", new RequestReminderBody(id, word, due, 0).toJson()))
        .isEmpty();
    assertThat(
            errors(
                "body-request-linked", new RequestLinkedBody(id, product, Long.MAX_VALUE).toJson()))
        .isEmpty();
    assertThat(errors("body-request-rejected", new RequestRejectedBody(id, "no", 3).toJson()))
        .isEmpty();
    assertThat(errors("body-request-cancelled", new RequestCancelledBody(id, word, 3).toJson()))
        .isEmpty();
    assertThat(errors("body-request-reply", new RequestReplyBody(id, "soon", 3).toJson()))
        .isEmpty();
  }

  @Test
  void theBodiesOurWriterMakesOfWhatIsSharedAreValid() {
    Set<SharedItem> all = EnumSet.allOf(SharedItem.class);
    DeclarationId declaration = new TwoCompanies().steel().id();
    ProgressBody progress =
        new ProgressBody(
            TwoCompanies.STEEL,
            false,
            Optional.of(RequestCounts.partial(12, 7)),
            LocalDate.parse("2026-11-23"));

    assertThat(errors("body-recall", new RecallBody(declaration, "wrong").toJson())).isEmpty();
    assertThat(errors("body-release", new ReleaseBody(TwoCompanies.STEEL, all).toJson())).isEmpty();
    assertThat(errors("body-withhold", new WithholdBody(TwoCompanies.STEEL, all).toJson()))
        .isEmpty();
    assertThat(errors("body-progress", progress.toJson())).isEmpty();
  }

  @Test
  void theBodiesOurWriterMakesOfWhatIsHandedOnAreValid() {
    SignedDeclaration steel = new TwoCompanies().steel();
    DeclarationBody shown =
        new DeclarationBody(steel.view(Set.of(ClaimName.TOTAL)), Optional.of(steel.opening()));

    assertThat(errors("body-presentation", new PresentationBody.Presented(shown).toJson()))
        .isEmpty();
    for (PresentationBody.Fallen.Kind kind : PresentationBody.Fallen.Kind.values()) {
      PresentationBody fallen =
          new PresentationBody.Fallen(
              steel.id(), kind, Optional.of("誤り"), LocalDate.parse("2026-11-27"));
      assertThat(errors("body-presentation", fallen.toJson())).as(kind.name()).isEmpty();
    }
    PresentationBody progressed =
        new PresentationBody.Progressed(steel.id(), false, LocalDate.parse("2026-11-27"));
    assertThat(errors("body-presentation", progressed.toJson())).isEmpty();
  }

  @Test
  void theBodiesOurWriterMakesOfProposalsAreValid() {
    FootprintProposalBody proposal =
        FootprintProposalBody.fromJson(
            file("/vectors/json-schema/good/body-footprint-proposal/full.json"));
    ProposalId id = ProposalId.random();

    assertThat(errors("body-footprint-proposal", proposal.toJson())).isEmpty();
    assertThat(
            errors(
                "body-proposal-answer",
                ProposalAnswerBody.accepted(id, new TwoCompanies().steel().id()).toJson()))
        .isEmpty();
    assertThat(errors("body-proposal-answer", ProposalAnswerBody.refused(id, "no").toJson()))
        .isEmpty();
  }

  @Test
  void theBodiesOurWriterMakesOfSignaturesAreValid() {
    JsonNode logged =
        file("/vectors/json-schema/good/body-signature-answer/signed-and-logged.json");
    SignatureRequestBody request =
        SignatureRequestBody.fromJson(
            file("/vectors/json-schema/good/body-signature-request/correction-with-override.json"));

    assertThat(errors("body-signature-request", request.toJson())).isEmpty();
    assertThat(errors("body-signature-request", request.takenBack().toJson())).isEmpty();
    assertThat(errors("body-signature-answer", SignatureAnswerBody.fromJson(logged).toJson()))
        .isEmpty();
    assertThat(
            errors(
                "body-signature-answer",
                SignatureAnswerBody.refused(SignatureRequestId.random(), "no").toJson()))
        .isEmpty();
  }

  @Test
  void theBodyOfAMessageIsCheckedByItsType() {
    JsonNode good = file("/vectors/json-schema/good/message/answer.json");
    JsonNode spoiled = good.deepCopy();
    ((ObjectNode) spoiled.get("body")).put("accepted", "yes");

    assertThat(errors("message", good)).isEmpty();
    assertThat(errors("message", spoiled)).containsExactly("/body/accepted");
  }

  @Test
  void everyBodyWithASchemaIsCheckedWhereItsMessageCarriesIt() {
    ObjectNode message = file("/vectors/json-schema/good/message/answer.json").deepCopy();
    message.putObject("body").put("nobodyAgreed", "on this");
    Set<String> checked = new TreeSet<>();
    for (MessageType type : MessageType.values()) {
      message.put("type", type.jsonName());
      if (errors("message", message).contains("/body")) {
        checked.add("body" + type.jsonName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
      }
    }

    assertThat(checked)
        .containsExactlyElementsOf(
            READERS.keySet().stream().filter(schema -> schema.startsWith("body-")).toList());
  }

  private static InputElement anInput() {
    return new InputElement(
        Optional.empty(),
        new Quantity(new BigDecimal("2.5"), DeclaredUnit.KILOGRAM),
        Yield.of("0.8"),
        new Fraction(BigDecimal.ONE, new BigDecimal("3.6")),
        KgCo2e.of("9.375"),
        Optional.of(KgCo2e.of("9.5")),
        "OK",
        OptionalInt.of(1));
  }

  // ---- the strict reader's side

  private static Map<String, Consumer<JsonNode>> readers() {
    Map<String, Consumer<JsonNode>> readers = new TreeMap<>();
    readers.put("envelope-header", JsonSchemaTest::openUnder);
    readers.put("message", json -> MessageClaims.read(Members.of(json, "payload")));
    readers.put("declaration", json -> DeclarationClaims.read(Members.of(json, "payload")));
    readers.put("commitment-opening", CommitmentOpening::fromJson);
    readers.put("body-declaration", DeclarationBody::fromJson);
    readers.put("body-presentation", PresentationBody::fromJson);
    readers.put("body-receipt", ReceiptBody::fromJson);
    readers.put("body-partner-invitation", PartnerInvitationBody::fromJson);
    readers.put("body-partner-answer", PartnerAnswerBody::fromJson);
    readers.put("body-resend-request", ResendRequestBody::fromJson);
    readers.put("body-footprint-request", FootprintRequestBody::fromJson);
    readers.put("body-request-reminder", RequestReminderBody::fromJson);
    readers.put("body-request-linked", RequestLinkedBody::fromJson);
    readers.put("body-request-rejected", RequestRejectedBody::fromJson);
    readers.put("body-request-cancelled", RequestCancelledBody::fromJson);
    readers.put("body-request-reply", RequestReplyBody::fromJson);
    readers.put("body-recall", RecallBody::fromJson);
    readers.put("body-release", ReleaseBody::fromJson);
    readers.put("body-withhold", WithholdBody::fromJson);
    readers.put("body-progress", ProgressBody::fromJson);
    readers.put("body-inclusion-proof", LoggedEntry::fromJson);
    readers.put("body-mandate-issued", MandateIssuedBody::fromJson);
    readers.put("body-audit-request", AuditRequestBody::fromJson);
    readers.put("body-audit-disclosure", AuditDisclosureBody::fromJson);
    readers.put("body-audit-refusal", AuditRefusalBody::fromJson);
    readers.put("body-disclosed", DisclosedBody::fromJson);
    readers.put("body-attestation", AttestationBody::fromJson);
    readers.put("body-attestation-withdrawn", AttestationWithdrawnBody::fromJson);
    readers.put("body-footprint-proposal", FootprintProposalBody::fromJson);
    readers.put("body-proposal-answer", ProposalAnswerBody::fromJson);
    readers.put("body-signature-request", SignatureRequestBody::fromJson);
    readers.put("body-signature-answer", SignatureAnswerBody::fromJson);
    readers.put("export-statement", payloadOf(ExportStatement::read));
    readers.put("mandate", payloadOf(Mandate::read));
    readers.put("endorsement", payloadOf(Endorsement::read));
    readers.put("attestation", payloadOf(Attestation::read));
    readers.put("attestation-withdrawal", payloadOf(AttestationWithdrawal::read));
    readers.put("audit-report", payloadOf(AuditReport::read));
    readers.put("input-element", json -> Claims.read(ClaimName.INPUTS, array(array(json))));
    for (ClaimName name : ClaimName.values()) {
      readers.put("claim-" + name.jsonName(), json -> Claims.read(name, json));
    }
    return readers;
  }

  /** Reads a payload as if its signature had been checked. */
  private static Consumer<JsonNode> payloadOf(
      BiFunction<String, SignedTokens, ? extends Reading<?>> form) {
    return json ->
        form.apply("", (token, typ, longest) -> Reading.accepted(json))
            .whyNot()
            .ifPresent(
                reason -> {
                  throw new Refusal(reason, "not of the form");
                });
  }

  /**
   * Opens an envelope of this header to a key that is not its recipient's: a good header is then
   * answered with just that.
   */
  private static void openUnder(JsonNode header) {
    String envelope =
        Base64Url.encode(StrictJson.write(header)) + "." + String.join(".", "AA", "AA", "AA", "AA");
    Optional<Reason> reason =
        new TwoCompanies()
            .partsReads()
            .open(envelope.getBytes(US_ASCII), List.of(new TwoCompanies().partsOpens))
            .whyNot();
    if (!reason.equals(Optional.of(Reason.NOT_SEALED_TO_US))) {
      throw new Refusal(reason.orElseThrow(), "not the header agreed");
    }
  }

  private static Consumer<JsonNode> reader(String schema) {
    return Optional.ofNullable(READERS.get(schema)).orElseThrow();
  }

  private static boolean isRefused(String schema, JsonNode document) {
    try {
      // As it would come: the strict JSON reader first.
      reader(schema).accept(StrictJson.parseCarrier(StrictJson.write(document)));
      return false;
    } catch (MalformedException | Refusal refused) {
      return true;
    }
  }

  private static JsonNode array(JsonNode item) {
    return StrictJson.array().add(item);
  }

  // ---- the schemas' side

  /** Where the schema sees faults, as JSON pointers; empty when there are none. */
  private static Set<String> errors(String schema, JsonNode json) {
    Schema loaded = REGISTRY.getSchema(SchemaLocation.of(BASE + schema + ".json"));
    List<Error> errors =
        loaded.validate(
            json.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream()
        .map(error -> error.getInstanceLocation().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode payload(String token) {
    return StrictJson.parseCarrier(Base64Url.decode(token.split("\\.", -1)[1]));
  }

  // ---- the samples

  private record Sample(String schema, String file, JsonNode json) {
    String name() {
      return schema + " " + file;
    }
  }

  private static Stream<Sample> samples(String kind) {
    return files("/vectors/json-schema/" + kind)
        .map(
            path ->
                new Sample(
                    String.valueOf(path.getName(path.getNameCount() - 2)), stem(path), json(path)));
  }

  private static String stem(Path path) {
    return String.valueOf(path.getFileName()).replaceFirst("\\.json$", "");
  }

  private static Stream<Path> files(String resource) {
    try (Stream<Path> files = Files.walk(path(resource))) {
      return files.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode file(String resource) {
    return json(path(resource));
  }

  private static Path path(String resource) {
    URL found = JsonSchemaTest.class.getResource(resource);
    try {
      return Path.of(Optional.ofNullable(found).orElseThrow().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource has an address", e);
    }
  }

  private static JsonNode json(Path path) {
    try {
      return StrictJson.parseCarrier(Files.readString(path, UTF_8).getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
