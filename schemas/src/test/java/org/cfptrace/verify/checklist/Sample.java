package org.cfptrace.verify.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.bundle.SampleAudit;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeyRecord;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.StrictJws;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;
import org.cfptrace.verify.VerifiedMessage;
import org.cfptrace.verify.VerifiedPresentation;

/**
 * Something to read, and what must come of it.
 *
 * @param item its number in the list of bad inputs; 0 for what is accepted to compare with
 * @param defect its name, also of its file
 * @param spoiled what differs from the accepted sample, in words
 * @param expected a {@link Reason}, or {@link #ACCEPTED} or {@link #REPEAT}
 * @param text what came in, one character a byte
 * @param opening for a declaration, also one handed on: the opening that came with it
 * @param sender for a declaration, also one handed on: who handed it over
 */
record Sample(
    int item,
    Form form,
    String defect,
    String spoiled,
    String expected,
    Setting setting,
    String text,
    Optional<String> opening,
    ParticipantId sender) {

  static final String ACCEPTED = "ACCEPTED";

  /** Accepted, and recognised as accepted before. */
  static final String REPEAT = "ACCEPTED_AS_REPEAT";

  /** What came of it, read with the arithmetic of {@code provider}. */
  String observed(CryptoProvider provider) {
    return switch (form) {
      case MESSAGE ->
          outcome(setting.reader(provider).message(bytes(text)), VerifiedMessage::isRepeat);
      case DECLARATION -> outcome(declaration(provider), VerifiedDeclaration::isRepeat);
      case PRESENTATION ->
          outcome(
              presentation(provider),
              read ->
                  read.fold(VerifiedDeclaration::isRepeat, fallen -> false, progressed -> false));
      case TOKEN -> outcome(token(provider), verified -> false);
      case ENVELOPE -> envelope(provider);
      case BUNDLE -> bundle(provider);
      case ANCHOR -> LogForm.anchorObserved(text, setting, provider);
      case GROWTH -> LogForm.growthObserved(text);
      case STAMP -> LogForm.stampObserved(text);
    };
  }

  private String bundle(CryptoProvider provider) {
    return new BundleVerifier(SampleAudit.anchor(), provider)
        .verify(bytes(text))
        .fold(
            accepted -> accepted.value().reason().map(Reason::name).orElse(ACCEPTED),
            held -> held.reason().name(),
            refused -> refused.reason().name());
  }

  private String envelope(CryptoProvider provider) {
    StrictReader reader = setting.reader(provider);
    Reading<VerifiedMessage> message =
        reader
            .open(bytes(text), List.of(Cast.PARTS_OPENS.encryption(provider)))
            .then(reader::message);
    boolean carries =
        message
            .asOptional()
            .map(VerifiedMessage::type)
            .filter(MessageType.DECLARATION::equals)
            .isPresent();
    return carries
        ? outcome(message.then(reader::declaration), VerifiedDeclaration::isRepeat)
        : outcome(message, VerifiedMessage::isRepeat);
  }

  private Reading<VerifiedDeclaration> declaration(CryptoProvider provider) {
    StrictReader reader = setting.reader(provider);
    String carrier = Samples.carrier(sender, setting.me(), text, opening).compact();
    return reader.message(bytes(carrier)).then(reader::declaration);
  }

  private Reading<VerifiedPresentation> presentation(CryptoProvider provider) {
    StrictReader reader = setting.reader(provider);
    String carrier = Samples.presenting(sender, setting.me(), text, opening).compact();
    return reader.message(bytes(carrier)).then(reader::presentation);
  }

  private Reading<StrictJws.Verified> token(CryptoProvider provider) {
    return StrictJws.read(text, Samples.TOKEN_TYP, kid -> millKey(kid, provider));
  }

  private Optional<VerificationKey> millKey(KeyThumbprint kid, CryptoProvider provider) {
    return setting.find(Cast.MILL, provider).stream()
        .flatMap(standing -> standing.keys().stream())
        .map(KeyRecord::key)
        .filter(key -> key.thumbprint().equals(kid))
        .findFirst();
  }

  private static <T> String outcome(Reading<T> reading, Function<T, Boolean> isRepeat) {
    return reading.fold(
        accepted -> isRepeat.apply(accepted.value()) ? REPEAT : ACCEPTED,
        held -> held.reason().name(),
        refused -> refused.reason().name());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object().put("item", item).put("spoiled", spoiled).put("expected", expected);
    if (!setting.equals(Setting.STANDARD)) {
      json.set("setting", setting.toJson());
    }
    if (form == Form.DECLARATION || form == Form.PRESENTATION) {
      json.put("sender", sender.did());
      opening.ifPresent(given -> json.put("opening", given));
    }
    return json.put("text", text);
  }

  static Sample fromJson(Form form, String defect, JsonNode json) {
    JsonNode setting = json.get("setting");
    JsonNode sender = json.get("sender");
    return new Sample(
        json.get("item").intValue(),
        form,
        defect,
        json.get("spoiled").textValue(),
        json.get("expected").textValue(),
        setting == null ? Setting.STANDARD : Setting.fromJson(setting),
        json.get("text").textValue(),
        Optional.ofNullable(json.get("opening")).map(JsonNode::textValue),
        sender == null ? Cast.MILL : new ParticipantId(sender.textValue()));
  }

  @Override
  public String toString() {
    return item + " " + form.directory() + "/" + defect;
  }
}
