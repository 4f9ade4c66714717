package org.cfptrace.verify.checklist;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Small changes to text; one that changes nothing is a mistake in the sample. */
final class Spoil {
  private Spoil() {}

  static UnaryOperator<String> replacing(String target, String replacement) {
    return text -> {
      if (!text.contains(target)) {
        throw new IllegalStateException("nothing to spoil: no " + target + " in " + text);
      }
      return text.replace(target, replacement);
    };
  }

  static UnaryOperator<String> replacingFirst(String pattern, String replacement) {
    return text -> {
      String spoiled = text.replaceFirst(pattern, replacement);
      if (spoiled.equals(text)) {
        throw new IllegalStateException("nothing to spoil: no " + pattern + " in " + text);
      }
      return spoiled;
    };
  }

  static UnaryOperator<String> prefix(String prefix) {
    return text -> prefix + text;
  }

  static UnaryOperator<String> suffix(String suffix) {
    return text -> text + suffix;
  }

  /** Changes the payload inside {@code header.payload} that was signed already. */
  static UnaryOperator<String> afterSigning(UnaryOperator<String> payloadSpoiler) {
    return input -> {
      int dot = input.indexOf('.');
      String payload =
          new String(Base64Text.decode(input.substring(dot + 1)), StandardCharsets.UTF_8);
      String spoiled = payloadSpoiler.apply(payload);
      return input.substring(0, dot + 1)
          + Base64Text.encode(spoiled.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Puts a member in front of the others of an object. */
  static UnaryOperator<String> firstMember(String member) {
    return text -> "{" + member + "," + text.substring(1);
  }
}
