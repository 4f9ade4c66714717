package org.cfptrace.verify.checklist;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;

/**
 * Makes a declaration by hand, without the code that makes ours, and spoils one thing of it: 3 kg
 * per piece of 2.5 kg, with a removal and an uptake so that every account has something in it.
 */
final class DeclarationForge {
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private ParticipantId issuer = Cast.MILL;
  private String recipientDigest;
  private UnaryOperator<List<String>> digestSpoiler = UnaryOperator.identity();
  private UnaryOperator<List<String>> shownSpoiler = UnaryOperator.identity();
  private final List<UnaryOperator<String>> payloadSpoilers = new ArrayList<>();
  private final List<Consumer<TokenForge>> tokenSpoilers = new ArrayList<>();
  private UnaryOperator<String> textSpoiler = UnaryOperator.identity();
  private Optional<String> opening = Optional.of(OPENING);
  private ParticipantId sender = Cast.MILL;

  static final String TYP = "cfp-decl-v1+sd-jwt";
  static final String JTI = Cast.urn("declaration");

  private static final BigInteger BLINDING =
      new BigInteger(1, Cast.bytes("blinding", 32)).mod(TestKey.ORDER);
  private static final String OPENING =
      "{\"E\":\"3250000000\",\"R\":\"250000000\",\"B\":\"500000000\",\"r\":\""
          + Base64Text.encode(TestKey.fixed(BLINDING))
          + "\"}";
  private static final String COMMITMENT =
      Pedersen.commit(3_250_000_000L, 250_000_000L, 500_000_000L, BLINDING);
  private static final int DIGESTS = 32;

  private DeclarationForge() {
    claim(
        "product",
        "{\"traceId\":\""
            + Cast.urn("steel")
            + "\",\"customerPartId\":\"P-100\",\"name\":\"熱延鋼板 coil\",\"category\":\"steel\","
            + "\"unit\":\"piece\",\"massPerUnit\":\"2.5\"}");
    claim(
        "total",
        "{\"exclBiogenicUptake\":\"3\",\"inclBiogenicUptake\":\"2.5\",\"complete\":true,"
            + "\"estimatedShare\":\"0.1\"}");
    claim(
        "period", "{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\",\"validUntil\":\"2027-12-31\"}");
    claim(
        "method",
        "{\"standards\":[\"ISO 14067:2018\"],\"gwp\":\"AR6\",\"boundary\":\"CRADLE_TO_GATE\"}");
    claim("terms", "{\"onward\":[\"AUDITOR\"]}");
    claim(
        "quality",
        "{\"primaryDataShare\":\"100\",\"scale\":\"ONE_TO_FIVE\",\"byProcess\":{\"main\":"
            + "{\"TeR\":\"1\",\"TiR\":\"2\",\"GeR\":\"1.5\"}}}");
    claim(
        "stages",
        "{\"profile\":\"OURANOS\",\"cells\":{\"pre\":{\"fossil\":\"1.25\"},\"main\":"
            + "{\"fossil\":\"2\",\"biogenicUptake\":\"-0.5\",\"landManagementRemovals\":\"-0.25\"}}}");
    recipientDigest = audience(Cast.PARTS, Cast.salt("recipient"));
  }

  /** What a next-tier customer is shown. */
  static DeclarationForge nextTier() {
    return new DeclarationForge();
  }

  /** With the inputs: one group of one element, each behind its own digest. */
  static DeclarationForge withInputs() {
    return withInputs(content("group", "[" + place(element()) + "]"));
  }

  /** With the inputs, whose group has this content. */
  static DeclarationForge withInputs(String group) {
    return new DeclarationForge()
        .raw("element", element())
        .raw("group", group)
        .raw("inputs", content("inputs", "\"inputs\",[" + place(group) + "]"));
  }

  static String element() {
    return content(
        "element",
        "{\"amount\":\"2\",\"unit\":\"kilogram\",\"yield\":\"0.8\",\"factor\":\"1\","
            + "\"contribution\":\"1\",\"state\":\"OK\"}");
  }

  /** The JSON of a disclosure of this salt. */
  static String content(String saltName, String rest) {
    return "[\"" + Cast.salt(saltName) + "\"," + rest + "]";
  }

  /** A place in an array that a disclosure of this content fills. */
  static String place(String content) {
    return "{\"...\":\"" + digest(encode(content)) + "\"}";
  }

  static String encode(String content) {
    return Base64Text.encode(content.getBytes(StandardCharsets.UTF_8));
  }

  static String digest(String disclosure) {
    return Base64Text.encode(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Adds a claim or replaces it. */
  DeclarationForge claim(String name, String value) {
    return raw(name, content(name, "\"" + name + "\"," + value));
  }

  /** Adds or replaces the whole JSON of a disclosure, salt and all. */
  DeclarationForge raw(String name, String content) {
    contents.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Spoils the JSON of one disclosure; its digest and the signature follow. */
  DeclarationForge content(String name, UnaryOperator<String> spoiler) {
    return contentBytes(
        name,
        bytes ->
            spoiler
                .apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
  }

  DeclarationForge contentBytes(String name, UnaryOperator<byte[]> spoiler) {
    contents.computeIfPresent(name, (ignored, content) -> spoiler.apply(content));
    return this;
  }

  DeclarationForge without(String name) {
    contents.remove(name);
    return this;
  }

  DeclarationForge issuedBy(ParticipantId other, TestKey key) {
    issuer = other;
    return token(token -> token.signedBy(key));
  }

  DeclarationForge sentBy(ParticipantId other) {
    sender = other;
    return this;
  }

  /** Shows and signs another recipient. */
  DeclarationForge madeFor(ParticipantId recipient) {
    recipientDigest = audience(recipient, Cast.salt("recipient"));
    return this;
  }

  /** Shows an audience that is not the one signed. */
  DeclarationForge showingAudience(ParticipantId recipient, String salt) {
    audience(recipient, salt);
    return this;
  }

  DeclarationForge digests(UnaryOperator<List<String>> spoiler) {
    digestSpoiler = spoiler;
    return this;
  }

  /** Spoils the disclosures that travel, after their digests were signed. */
  DeclarationForge shown(UnaryOperator<List<String>> spoiler) {
    shownSpoiler = spoiler;
    return this;
  }

  DeclarationForge payload(UnaryOperator<String> spoiler) {
    payloadSpoilers.add(spoiler);
    return this;
  }

  DeclarationForge token(Consumer<TokenForge> spoiler) {
    tokenSpoilers.add(spoiler);
    return this;
  }

  DeclarationForge text(UnaryOperator<String> spoiler) {
    textSpoiler = spoiler;
    return this;
  }

  DeclarationForge opening(UnaryOperator<String> spoiler) {
    opening = opening.map(spoiler);
    return this;
  }

  DeclarationForge withoutOpening() {
    opening = Optional.empty();
    return this;
  }

  ParticipantId sender() {
    return sender;
  }

  Optional<String> opening() {
    return opening;
  }

  /** The token with its disclosures. */
  String text() {
    List<String> shown =
        contents.values().stream().map(Base64Text::encode).collect(Collectors.toList());
    List<String> parts = new ArrayList<>();
    parts.add(jws().compact());
    parts.addAll(shownSpoiler.apply(shown));
    return textSpoiler.apply(String.join("~", parts) + "~");
  }

  /** The declaration's id: SHA-256 of the signing input. */
  String id() {
    return Base64Text.encode(Sha256.of(jws().signingInput().getBytes(StandardCharsets.US_ASCII)));
  }

  private TokenForge jws() {
    String payload = payload();
    for (UnaryOperator<String> spoiler : payloadSpoilers) {
      payload = spoiler.apply(payload);
    }
    TokenForge token = new TokenForge(Cast.MILL_DECLARES, TYP, payload);
    tokenSpoilers.forEach(spoiler -> spoiler.accept(token));
    return token;
  }

  private String payload() {
    return "{\"iss\":\""
        + issuer.did()
        + "\",\"jti\":\""
        + JTI
        + "\",\"iat\":"
        + Cast.IAT
        + ",\"rcpt\":\""
        + recipientDigest
        + "\",\"ct\":\""
        + COMMITMENT
        + "\",\"_sd\":["
        + digests().stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(","))
        + "],\"_sd_alg\":\"sha-256\"}";
  }

  private List<String> digests() {
    List<String> digests = new ArrayList<>();
    contents.forEach(
        (name, content) -> {
          // Groups and elements hang inside the inputs, not at the top.
          if (!name.equals("group") && !name.equals("element") && !name.startsWith("inner")) {
            digests.add(digest(Base64Text.encode(content)));
          }
        });
    for (int i = digests.size(); i < DIGESTS; i++) {
      digests.add(Base64Text.encode(Cast.bytes("decoy " + i, 32)));
    }
    return digestSpoiler.apply(digests.stream().sorted().collect(Collectors.toList()));
  }

  private String audience(ParticipantId recipient, String salt) {
    claim("audience", "{\"recipient\":\"" + recipient.did() + "\",\"salt\":\"" + salt + "\"}");
    return Base64Text.encode(
        Sha256.of(recipient.did().getBytes(StandardCharsets.UTF_8), Base64Text.decode(salt)));
  }
}
