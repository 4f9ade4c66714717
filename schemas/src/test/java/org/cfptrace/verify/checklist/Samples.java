package org.cfptrace.verify.checklist;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Reason;

/** Starts from an accepted message, declaration, token or envelope, and spoils one thing. */
final class Samples {
  static final String MESSAGE_TYP = "cfp-msg-v1+jwt";

  /** Any simple token would do; this one is the directory's. */
  static final String TOKEN_TYP = "cfp-dir-v1+jwt";

  static final String JTI = Cast.urn("message");

  private Samples() {}

  /** One defect of a signed token, in each of the three forms that are signed. */
  static Stream<Sample> ofEveryToken(
      int item, String defect, String spoiled, Reason expected, Consumer<TokenForge> spoiler) {
    return Stream.of(
        message(item, defect, spoiled, expected, spoiler),
        declaration(item, defect, spoiled, expected, forge -> forge.token(spoiler)),
        token(item, defect, spoiled, expected, spoiler));
  }

  static Sample message(
      int item, String defect, String spoiled, Reason expected, Consumer<TokenForge> spoiler) {
    return message(item, defect, spoiled, expected.name(), Setting.STANDARD, spoiler);
  }

  static Sample message(
      int item,
      String defect,
      String spoiled,
      String expected,
      Setting setting,
      Consumer<TokenForge> spoiler) {
    TokenForge forge = message();
    spoiler.accept(forge);
    return new Sample(
        item,
        Form.MESSAGE,
        defect,
        spoiled,
        expected,
        setting,
        forge.compact(),
        Optional.empty(),
        Cast.MILL);
  }

  static Sample declaration(
      int item,
      String defect,
      String spoiled,
      Reason expected,
      UnaryOperator<DeclarationForge> spoiler) {
    return declaration(item, defect, spoiled, expected.name(), Setting.STANDARD, spoiler);
  }

  static Sample declaration(
      int item,
      String defect,
      String spoiled,
      String expected,
      Setting setting,
      UnaryOperator<DeclarationForge> spoiler) {
    return declaration(
        item, defect, spoiled, expected, setting, spoiler.apply(DeclarationForge.nextTier()));
  }

  static Sample declaration(
      int item,
      String defect,
      String spoiled,
      String expected,
      Setting setting,
      DeclarationForge forge) {
    return new Sample(
        item,
        Form.DECLARATION,
        defect,
        spoiled,
        expected,
        setting,
        forge.text(),
        forge.opening(),
        forge.sender());
  }

  static Sample token(
      int item, String defect, String spoiled, Reason expected, Consumer<TokenForge> spoiler) {
    return token(item, defect, spoiled, expected.name(), spoiler);
  }

  static Sample token(
      int item, String defect, String spoiled, String expected, Consumer<TokenForge> spoiler) {
    TokenForge forge = token();
    spoiler.accept(forge);
    return new Sample(
        item,
        Form.TOKEN,
        defect,
        spoiled,
        expected,
        Setting.STANDARD,
        forge.compact(),
        Optional.empty(),
        Cast.MILL);
  }

  static Sample envelope(
      int item,
      String defect,
      String spoiled,
      Reason expected,
      UnaryOperator<EnvelopeForge> spoiler) {
    return envelope(item, defect, spoiled, expected.name(), spoiler.apply(envelope()));
  }

  static Sample envelope(
      int item, String defect, String spoiled, String expected, EnvelopeForge forge) {
    return new Sample(
        item,
        Form.ENVELOPE,
        defect,
        spoiled,
        expected,
        Setting.STANDARD,
        forge.text(),
        Optional.empty(),
        Cast.MILL);
  }

  /** The accepted message: a request whose body holds a note. */
  static TokenForge message() {
    return new TokenForge(
        Cast.MILL_MESSAGES,
        MESSAGE_TYP,
        claims(
            Cast.MILL,
            Cast.PARTS,
            JTI,
            "FootprintRequest",
            "{\"note\":\"鋼板 for 2025\",\"places\":[1,2]}"));
  }

  /** The accepted simple token. */
  static TokenForge token() {
    return new TokenForge(
        Cast.MILL_MESSAGES,
        TOKEN_TYP,
        "{\"iss\":\""
            + Cast.MILL.did()
            + "\",\"jti\":\""
            + JTI
            + "\",\"iat\":"
            + Cast.IAT
            + ",\"note\":\"鋼板\"}");
  }

  /** The accepted envelope: around a message that carries a declaration. */
  static EnvelopeForge envelope() {
    DeclarationForge declaration = DeclarationForge.nextTier();
    return EnvelopeForge.around(
        carrier(Cast.MILL, Cast.PARTS, declaration.text(), declaration.opening()).compact());
  }

  /** A message in order that carries {@code declaration}. */
  static TokenForge carrier(
      ParticipantId sender, ParticipantId recipient, String declaration, Optional<String> opening) {
    return carrier("Declaration", sender, recipient, declaration, opening);
  }

  /** A message in order by which {@code declaration} is handed on. */
  static TokenForge presenting(
      ParticipantId sender, ParticipantId recipient, String declaration, Optional<String> opening) {
    return carrier("Presentation", sender, recipient, declaration, opening);
  }

  private static TokenForge carrier(
      String type,
      ParticipantId sender,
      ParticipantId recipient,
      String declaration,
      Optional<String> opening) {
    String body =
        "{\"declaration\":\""
            + declaration.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
            + "\""
            + opening.map(given -> ",\"opening\":" + given).orElse("")
            + "}";
    return new TokenForge(
        signingKeyOf(sender),
        MESSAGE_TYP,
        claims(sender, recipient, Cast.urn("carrier"), type, body));
  }

  private static TestKey signingKeyOf(ParticipantId sender) {
    if (sender.equals(Cast.MILL)) {
      return Cast.MILL_MESSAGES;
    }
    return sender.equals(Cast.PARTS) ? Cast.PARTS_SIGNS : Cast.STRANGER_SIGNS;
  }

  private static String claims(
      ParticipantId issuer, ParticipantId audience, String jti, String type, String body) {
    return "{\"iss\":\""
        + issuer.did()
        + "\",\"aud\":\""
        + audience.did()
        + "\",\"jti\":\""
        + jti
        + "\",\"iat\":"
        + Cast.IAT
        + ",\"exp\":"
        + (Cast.IAT + 3600)
        + ",\"thread\":\"thread-1\",\"seq\":1,\"type\":\""
        + type
        + "\",\"body\":"
        + body
        + "}";
  }
}
