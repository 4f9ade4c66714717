package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.CLAIM_COLLISION;
import static org.cfptrace.verify.Reason.DUPLICATE_DIGEST;
import static org.cfptrace.verify.Reason.DUPLICATE_DISCLOSURE;
import static org.cfptrace.verify.Reason.MALFORMED_DISCLOSURE;
import static org.cfptrace.verify.Reason.MALFORMED_PAYLOAD;
import static org.cfptrace.verify.Reason.RESERVED_CLAIM_NAME;
import static org.cfptrace.verify.Reason.UNKNOWN_CLAIM;
import static org.cfptrace.verify.Reason.UNREFERENCED_DISCLOSURE;
import static org.cfptrace.verify.Reason.WEAK_SALT;
import static org.cfptrace.verify.checklist.DeclarationForge.content;
import static org.cfptrace.verify.checklist.DeclarationForge.digest;
import static org.cfptrace.verify.checklist.DeclarationForge.encode;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.verify.Reason;

/** Items 91 to 101: every "MUST reject" of RFC 9901 section 7.1, on a whole declaration. */
final class DisclosureSamples {
  private DisclosureSamples() {}

  static Stream<Sample> all() {
    return Stream.of(occurrences(), names(), salts(), kinds(), nesting(), digests())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> occurrences() {
    String loose = encode(content("loose", "\"gx\",{}"));
    return Stream.of(
        spoiled(
            91,
            "unreferenced",
            "a disclosure that no digest asks for",
            UNREFERENCED_DISCLOSURE,
            forge -> forge.shown(texts -> with(texts, loose))),
        spoiled(
            92,
            "disclosure-twice",
            "the same disclosure twice",
            DUPLICATE_DISCLOSURE,
            forge -> forge.shown(texts -> with(texts, texts.get(0)))),
        spoiled(
            93,
            "digest-twice",
            "a digest twice in place of one decoy",
            DUPLICATE_DIGEST,
            forge -> forge.digests(DisclosureSamples::firstTwice)),
        sample(
            93,
            "digest-at-two-depths",
            "a digest of the top inside a disclosure too",
            DUPLICATE_DIGEST,
            DeclarationForge.nextTier()
                .claim(
                    "ext",
                    "{\"_sd\":[\""
                        + digest(encode(content("terms", "\"terms\",{\"onward\":[\"AUDITOR\"]}")))
                        + "\"]}")));
  }

  private static Stream<Sample> names() {
    return Stream.of(
        spoiled(
            94,
            "collides-with-issuer",
            "a disclosed claim named iss",
            CLAIM_COLLISION,
            forge -> forge.claim("iss", "\"" + Cast.STRANGER.did() + "\"")),
        spoiled(
            94,
            "collides-with-algorithm",
            "a disclosed claim named _sd_alg",
            CLAIM_COLLISION,
            forge -> forge.claim("_sd_alg", "\"md5\"")),
        spoiled(
            95,
            "named-like-digests",
            "a disclosed claim named _sd",
            RESERVED_CLAIM_NAME,
            forge -> forge.claim("_sd", "[]")),
        spoiled(
            95,
            "named-like-a-place",
            "a disclosed claim named ...",
            RESERVED_CLAIM_NAME,
            forge -> forge.claim("...", "\"x\"")),
        spoiled(
            0,
            "unknown-claim",
            "a disclosed claim nobody agreed on",
            UNKNOWN_CLAIM,
            forge -> forge.claim("discount", "\"0.5\"")),
        spoiled(
            96,
            "algorithm-md5",
            "digests said to be of md5",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("sha-256", "md5"))),
        spoiled(
            96,
            "algorithm-missing",
            "no algorithm of the digests",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing(",\"_sd_alg\":\"sha-256\"", ""))));
  }

  private static Stream<Sample> salts() {
    return Stream.of(
        salt(
            97,
            "salt-120-bits",
            "a salt of 120 bits",
            Base64Text.encode(Cast.bytes("short", 15)),
            WEAK_SALT),
        salt(97, "salt-empty", "an empty salt", "", WEAK_SALT),
        salt(
            97,
            "salt-not-base64",
            "a salt that is not base64url",
            "!".repeat(22),
            MALFORMED_DISCLOSURE),
        spoiled(
            97,
            "salt-number",
            "a salt that is a number",
            MALFORMED_DISCLOSURE,
            forge -> forge.raw("terms", "[1,\"terms\",{\"onward\":[]}]")));
  }

  private static Stream<Sample> kinds() {
    String element = DeclarationForge.place(DeclarationForge.element());
    return Stream.of(
        spoiled(
            98,
            "element-as-member",
            "an array's disclosure where a claim stands",
            MALFORMED_DISCLOSURE,
            forge -> forge.raw("terms", content("terms", "{\"onward\":[]}"))),
        sample(
            98,
            "member-as-element",
            "a claim's disclosure where a group of inputs stands",
            MALFORMED_DISCLOSURE,
            DeclarationForge.withInputs(content("group", "\"group\",[" + element + "]"))),
        spoiled(
            98,
            "disclosure-of-four-parts",
            "a disclosure of four parts",
            MALFORMED_DISCLOSURE,
            forge -> forge.raw("terms", content("terms", "\"terms\",{\"onward\":[]},1"))),
        spoiled(
            98,
            "disclosure-object",
            "a disclosure that is an object",
            MALFORMED_DISCLOSURE,
            forge -> forge.raw("terms", "{\"terms\":{\"onward\":[]}}")),
        spoiled(
            99,
            "other-white-space",
            "a disclosure with a space more than was signed",
            UNREFERENCED_DISCLOSURE,
            forge -> forge.shown(DisclosureSamples::firstRespelled)),
        spoiled(
            99,
            "padded-disclosure",
            "= behind a disclosure",
            MALFORMED_DISCLOSURE,
            forge -> forge.shown(texts -> replaceFirst(texts, texts.get(0) + "="))),
        spoiled(
            99,
            "empty-disclosure",
            "an empty disclosure",
            MALFORMED_DISCLOSURE,
            forge -> forge.shown(texts -> with(texts, ""))));
  }

  private static Stream<Sample> nesting() {
    return Stream.of(
        sample(
            100,
            "points-back",
            "a disclosure inside a disclosure that points back to the first",
            DUPLICATE_DIGEST,
            pointingBack()),
        sample(
            100,
            "nested-13-deep",
            "disclosures inside disclosures, 13 deep",
            MALFORMED_DISCLOSURE,
            nested(13)));
  }

  private static Stream<Sample> digests() {
    return Stream.of(
        sd(101, "digests-text", "_sd is a text", "\"x\""),
        sd(101, "digests-object", "_sd is an object", "{}"),
        sd(101, "digests-null", "_sd is null", "null"),
        sd(101, "digests-none", "_sd is empty", "[]"),
        spoiled(
            101,
            "digests-inside-text",
            "_sd inside a disclosure is a text",
            MALFORMED_PAYLOAD,
            forge -> forge.claim("ext", "{\"_sd\":\"x\"}")),
        spoiled(
            101,
            "digest-number",
            "a digest is a number",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacingFirst("\"_sd\":\\[\"[^\"]*\"", "\"_sd\":[1"))),
        spoiled(
            0,
            "33-digests",
            "a digest more than every declaration has",
            MALFORMED_PAYLOAD,
            forge -> forge.digests(texts -> with(texts, "z".repeat(42) + "w"))),
        spoiled(
            0,
            "31-digests",
            "a digest less than every declaration has",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(DisclosureSamples::withoutADecoy)),
        spoiled(
            0,
            "unsorted-digests",
            "two digests in the wrong order",
            MALFORMED_PAYLOAD,
            forge -> forge.digests(texts -> swapped(texts))),
        spoiled(
            0,
            "long-digest",
            "a digest of 44 characters",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacingFirst("\"_sd\":\\[\"([^\"]*)\"", "\"_sd\":[\"$1A\""))));
  }

  /** The innermost points to the outermost's own digest, as near to a circle as hashing allows. */
  private static DeclarationForge pointingBack() {
    DeclarationForge forge = DeclarationForge.nextTier();
    String terms = digest(encode(content("terms", "\"terms\",{\"onward\":[\"AUDITOR\"]}")));
    String inner = content("inner", "\"d\",{\"_sd\":[\"" + terms + "\"]}");
    return forge.raw("inner", inner).claim("ext", "{\"_sd\":[\"" + digest(encode(inner)) + "\"]}");
  }

  static DeclarationForge nested(int levels) {
    DeclarationForge forge = DeclarationForge.nextTier();
    String value = "{}";
    for (int level = levels; level > 1; level--) {
      String inner = content("inner " + level, "\"d\"," + value);
      forge.raw("inner " + level, inner);
      value = "{\"_sd\":[\"" + digest(encode(inner)) + "\"]}";
    }
    return forge.claim("ext", value);
  }

  private static Sample salt(
      int item, String defect, String spoiled, String salt, Reason expected) {
    return spoiled(
        item,
        defect,
        spoiled,
        expected,
        forge -> forge.raw("terms", "[\"" + salt + "\",\"terms\",{\"onward\":[\"AUDITOR\"]}]"));
  }

  private static Sample sd(int item, String defect, String spoiled, String json) {
    return spoiled(
        item,
        defect,
        spoiled,
        MALFORMED_PAYLOAD,
        forge ->
            forge
                .shown(texts -> List.of())
                .payload(replacingFirst("\"_sd\":\\[[^\\]]*\\]", "\"_sd\":" + json)));
  }

  private static Sample spoiled(
      int item,
      String defect,
      String spoiled,
      Reason expected,
      UnaryOperator<DeclarationForge> spoiler) {
    return Samples.declaration(item, defect, spoiled, expected, spoiler);
  }

  private static Sample sample(
      int item, String defect, String spoiled, Reason expected, DeclarationForge forge) {
    return Samples.declaration(item, defect, spoiled, expected.name(), Setting.STANDARD, forge);
  }

  private static List<String> with(List<String> texts, String another) {
    List<String> more = new ArrayList<>(texts);
    more.add(another);
    return more;
  }

  private static List<String> replaceFirst(List<String> texts, String other) {
    List<String> changed = new ArrayList<>(texts);
    changed.set(0, other);
    return changed;
  }

  private static List<String> firstRespelled(List<String> texts) {
    String json =
        new String(Base64Text.decode(texts.get(0)), java.nio.charset.StandardCharsets.UTF_8);
    return replaceFirst(texts, encode(replacingFirst(",", ", ").apply(json)));
  }

  /** Still sorted, still 32. */
  private static List<String> firstTwice(List<String> digests) {
    String decoy = Base64Text.encode(Cast.bytes("decoy 31", 32));
    List<String> changed = new ArrayList<>(digests);
    if (!changed.remove(decoy)) {
      throw new IllegalStateException("nothing to spoil: no decoy");
    }
    changed.add(0, changed.get(0));
    return changed;
  }

  private static List<String> swapped(List<String> digests) {
    List<String> changed = new ArrayList<>(digests);
    changed.set(0, digests.get(1));
    changed.set(1, digests.get(0));
    return changed;
  }

  private static String withoutADecoy(String payload) {
    String decoy = "\"" + Base64Text.encode(Cast.bytes("decoy 31", 32)) + "\"";
    return payload.contains(decoy + ",")
        ? payload.replace(decoy + ",", "")
        : replacing("," + decoy, "").apply(payload);
  }
}
