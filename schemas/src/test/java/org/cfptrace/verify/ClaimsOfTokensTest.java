package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain claims of messages and declarations, each of its one form. */
class ClaimsOfTokensTest {
  private static final String JTI = "urn:uuid:0f1e2d3c-4b5a-4978-8675-645342312f0e";

  @Test
  void aMessageSaysItsNineClaims() {
    MessageClaims claims = MessageClaims.read(members(message()));

    assertThat(claims)
        .isEqualTo(
            new MessageClaims(
                TwoCompanies.MILL,
                TwoCompanies.PARTS,
                JTI,
                Instant.ofEpochSecond(1),
                Instant.ofEpochSecond(2),
                "thread-1",
                1,
                MessageType.RECEIPT,
                StrictJson.object().put("a", 1)));
  }

  @Test
  void aMessageToUsHasAnOriginAndOneToOthersHasNone() {
    assertThat(MessageClaims.origin(members(message()), TwoCompanies.PARTS))
        .contains(new Origin(TwoCompanies.MILL, JTI, "thread-1", 1));
    assertThat(MessageClaims.origin(members(message()), TwoCompanies.MILL))
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "スレッド", "a\n"})
  void aThreadIsOfTheAgreedForm(String thread) {
    JsonNode message = message().put("thread", thread);

    malformed(
        () -> MessageClaims.read(members(message)), Fault.MEMBER, "thread: not of the agreed form");
    malformed(
        () -> MessageClaims.origin(members(message), TwoCompanies.PARTS),
        Fault.MEMBER,
        "thread: not of the agreed form");
  }

  @Test
  void aThreadHoldsAHundredAndTwentyEightCharacters() {
    assertThat(MessageClaims.read(members(message().put("thread", "t".repeat(128)))).thread())
        .hasSize(128);
    malformed(
        () -> MessageClaims.read(members(message().put("thread", "t".repeat(129)))),
        Fault.MEMBER,
        "thread: not of the agreed form");
  }

  @Test
  void aThreadCountsFromOne() {
    malformed(
        () -> MessageClaims.read(members(message().put("seq", 0))),
        Fault.MEMBER,
        "seq: counts from 1");
    assertThat(MessageClaims.read(members(message().put("seq", 2))).seq()).isEqualTo(2);
  }

  @Test
  void aTypeNobodyKnowsIsRefusedUnderItsName() {
    assertThatThrownBy(() -> MessageClaims.read(members(message().put("type", "Greeting"))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_MESSAGE_TYPE))
        .hasMessage("not a type we know");
  }

  @Test
  void aTenthClaimIsRefused() {
    malformed(
        () -> MessageClaims.read(members(message().put("nonce", 1))),
        Fault.MEMBER,
        ": a member nobody agreed on");
  }

  @Test
  void aDeclarationHasThirtyTwoDigestsInOrder() {
    ObjectNode payload = declaration();
    List<String> digests = digests(payload);

    assertThat(DeclarationClaims.read(members(payload)).issuer()).isEqualTo(TwoCompanies.MILL);
    malformed(
        () -> read(payload, digests.subList(0, 31)), Fault.MEMBER, "_sd: expected 32 digests");
    malformed(
        () -> read(payload, with(digests, 0, digests.get(31))),
        Fault.MEMBER,
        "_sd: expected sorted digests");
    malformed(
        () -> read(payload, with(digests, 31, digests.get(31) + "A")),
        Fault.MEMBER,
        "_sd: expected digests of 43 characters");
    malformed(
        () -> read(payload, with(digests, 0, "")),
        Fault.MEMBER,
        "_sd: expected digests of 43 characters");
  }

  @Test
  void aDigestThatStandsTwiceIsRefusedUnderItsName() {
    ObjectNode payload = declaration();
    List<String> digests = digests(payload);

    assertThatThrownBy(() -> read(payload, with(digests, 7, digests.get(6))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DUPLICATE_DIGEST))
        .hasMessage("the same digest twice");
  }

  @Test
  void aDigestIsAString() {
    ObjectNode payload = declaration();
    ((ArrayNode) payload.get("_sd")).set(3, 7);

    malformed(
        () -> DeclarationClaims.read(members(payload)),
        Fault.MEMBER,
        "_sd: expected digests of 43 characters");
  }

  @Test
  void aCommitmentIsAPoint() {
    ObjectNode payload = declaration().put("ct", "AA");

    malformed(
        () -> DeclarationClaims.read(members(payload)),
        Fault.ENCODING,
        "ct: not a compressed point of P-256");
  }

  @Test
  void anInstantEndsWithTheYear9999() {
    assertThat(instant(253_402_300_799L)).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    assertThat(instant(0)).isEqualTo(Instant.EPOCH);
    malformed(() -> instant(253_402_300_800L), Fault.NUMBER, "iat: not an instant in seconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0f1e2d3c-4b5a-4978-8675-645342312f0e",
        "urn:uuid:0F1E2D3C-4B5A-4978-8675-645342312F0E",
        "urn:uuid:0f1e2d3c4b5a49788675645342312f0e",
        "urn:uuid:0f1e2d3c-4b5a-4978-8675-645342312f0e ",
        "URN:UUID:0f1e2d3c-4b5a-4978-8675-645342312f0e"
      })
  void anIdentifierIsAUuidInSmallLetters(String jti) {
    malformed(
        () -> TokenClaims.jti(members(StrictJson.object().put("jti", jti))),
        Fault.MEMBER,
        "jti: expected urn:uuid:… in small letters");
    assertThat(TokenClaims.jti(members(StrictJson.object().put("jti", JTI)))).isEqualTo(JTI);
  }

  @Test
  void onlyTheIssuerIsBelievedBeforeTheSignature() {
    assertThat(TokenClaims.issuer(message())).isEqualTo(TwoCompanies.MILL);
    malformed(
        () -> TokenClaims.issuer(message().put("iss", "did:web:elsewhere")),
        Fault.MEMBER,
        "payload.iss: not a value of the agreed form");
  }

  private static Instant instant(long seconds) {
    return TokenClaims.instant(members(StrictJson.object().put("iat", seconds)), "iat");
  }

  private static ObjectNode message() {
    ObjectNode message =
        StrictJson.object()
            .put("iss", TwoCompanies.MILL.did())
            .put("aud", TwoCompanies.PARTS.did())
            .put("jti", JTI)
            .put("iat", 1)
            .put("exp", 2)
            .put("thread", "thread-1")
            .put("seq", 1)
            .put("type", MessageType.RECEIPT.jsonName());
    message.putObject("body").put("a", 1);
    return message;
  }

  private static ObjectNode declaration() {
    TwoCompanies companies = new TwoCompanies();
    String view = companies.steel().view(EnumSet.noneOf(ClaimName.class));
    return (ObjectNode) StrictJson.parse(Base64Url.decode(view.split("\\.", -1)[1]));
  }

  private static List<String> digests(ObjectNode payload) {
    List<String> digests = new ArrayList<>();
    payload.get("_sd").forEach(digest -> digests.add(digest.textValue()));
    return digests;
  }

  private static List<String> with(List<String> digests, int place, String other) {
    List<String> changed = new ArrayList<>(digests);
    changed.set(place, other);
    return changed;
  }

  private static DeclarationClaims read(ObjectNode payload, List<String> digests) {
    ObjectNode changed = payload.deepCopy();
    ArrayNode array = changed.putArray("_sd");
    digests.forEach(array::add);
    return DeclarationClaims.read(members(changed));
  }

  private static Members members(JsonNode json) {
    return Members.of(json, "");
  }

  private static void malformed(ThrowingCallable reading, Fault fault, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessage(message);
  }
}
