package org.cfptrace.registry.wiring.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * Reads one JSON object of a request. Faults are gathered, not thrown, so that the caller hears of
 * all of them at once; {@link #end} throws them, and only after it may what was read be used.
 */
public final class Body {
  private final JsonNode object;
  private final String path;
  private final List<FieldError> faults;
  private final Set<String> read = new HashSet<>();
  private final List<Body> parts = new ArrayList<>();

  private Body(JsonNode object, String path, List<FieldError> faults) {
    this.object = object;
    this.path = path;
    this.faults = faults;
  }

  /** Reads the bytes of a request. */
  public static Body of(byte[] bytes) {
    try {
      var json = StrictJson.parse(bytes);
      if (!json.isObject()) {
        throw new Refused(ProblemCode.MALFORMED_BODY, "expected a JSON object");
      }
      return new Body(json, "", new ArrayList<>());
    } catch (MalformedException e) {
      throw new Refused(ProblemCode.MALFORMED_BODY, String.valueOf(e.getMessage()));
    }
  }

  /** A text that must be there, of 1 to {@code longest} characters. */
  public String text(String name, int longest) {
    return optionalText(name, longest)
        .orElseGet(
            () -> {
              if (!object.hasNonNull(name)) {
                fault(name, "REQUIRED", "expected a text");
              }
              return "";
            });
  }

  /** A text that may be missing. */
  public Optional<String> optionalText(String name, int longest) {
    read.add(name);
    var node = object.get(name);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      fault(name, "WRONG_TYPE", "expected a text");
      return Optional.empty();
    }
    var text = node.textValue().strip();
    if (text.isEmpty()) {
      fault(name, "EMPTY", "expected at least one character");
      return Optional.empty();
    }
    if (text.codePointCount(0, text.length()) > longest) {
      fault(name, "TOO_LONG", "expected at most " + longest + " characters");
      return Optional.empty();
    }
    if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      fault(name, "CONTROL_CHARACTER", "expected no control characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A text that {@code reading} understands; an argument it refuses becomes a fault. */
  public <T> Optional<T> optional(
      String name, int longest, String code, Function<String, T> reading) {
    return optionalText(name, longest).flatMap(text -> understood(name, code, text, reading));
  }

  /** Like {@link #optional}, but it must be there. */
  public <T> Optional<T> required(
      String name, int longest, String code, Function<String, T> reading) {
    var text = text(name, longest);
    return text.isEmpty() ? Optional.empty() : understood(name, code, text, reading);
  }

  /** Names of an enum, at least one. */
  public <E extends Enum<E>> Set<E> names(String name, Class<E> type) {
    read.add(name);
    var names = new LinkedHashSet<E>();
    var node = object.path(name);
    if (!node.isArray() || node.isEmpty()) {
      fault(name, "REQUIRED", "expected one or more of " + all(type));
      return names;
    }
    for (int i = 0; i < node.size(); i++) {
      try {
        names.add(Enum.valueOf(type, node.get(i).asText()));
      } catch (IllegalArgumentException e) {
        fault(name + "[" + i + "]", "UNKNOWN_VALUE", "expected one of " + all(type));
      }
    }
    return names;
  }

  /** A list of 1 to {@code most} texts that must be there. */
  public List<String> texts(String name, int most, int longest) {
    read.add(name);
    var texts = new ArrayList<String>();
    var node = object.path(name);
    if (!node.isArray() || node.isEmpty() || node.size() > most) {
      fault(name, "REQUIRED", "expected a list of 1 to " + most + " texts");
      return texts;
    }
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i).isTextual() && node.get(i).textValue().length() <= longest) {
        texts.add(node.get(i).textValue());
      } else {
        fault(name + "[" + i + "]", "WRONG_TYPE", "expected a text of at most " + longest);
      }
    }
    return texts;
  }

  /** True or false, which may be missing. */
  public Optional<Boolean> optionalFlag(String name) {
    read.add(name);
    var node = object.get(name);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      fault(name, "WRONG_TYPE", "expected true or false");
      return Optional.empty();
    }
    return Optional.of(node.booleanValue());
  }

  /** An object that must be there. */
  public Body object(String name) {
    read.add(name);
    var node = object.get(name);
    if (node == null || !node.isObject()) {
      fault(name, node == null ? "REQUIRED" : "WRONG_TYPE", "expected an object");
      // Whatever is read from it would only repeat this fault.
      return new Body(StrictJson.object(), at(name), new ArrayList<>());
    }
    return part(node, at(name));
  }

  /** A list of objects that may be missing. */
  public List<Body> objects(String name, int most) {
    read.add(name);
    var node = object.get(name);
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > most) {
      fault(name, "WRONG_TYPE", "expected a list of at most " + most);
      return List.of();
    }
    var bodies = new ArrayList<Body>();
    for (int i = 0; i < node.size(); i++) {
      if (node.get(i).isObject()) {
        bodies.add(part(node.get(i), at(name) + "[" + i + "]"));
      } else {
        fault(name + "[" + i + "]", "WRONG_TYPE", "expected an object");
      }
    }
    return bodies;
  }

  /** Refuses the request if anything was at fault, or a field was there that nobody knows. */
  public void end() {
    findStrangers();
    if (!faults.isEmpty()) {
      throw Refused.fields(ProblemCode.INVALID_FIELDS, faults);
    }
  }

  /** Adds a fault found by the caller. */
  public void fault(String name, String code, String message) {
    faults.add(new FieldError(at(name), code, message));
  }

  private void findStrangers() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                fault(name, "UNKNOWN_FIELD", "this field is not known here");
              }
            });
    parts.forEach(Body::findStrangers);
  }

  private Body part(JsonNode node, String where) {
    var part = new Body(node, where, faults);
    parts.add(part);
    return part;
  }

  private <T> Optional<T> understood(
      String name, String code, String text, Function<String, T> reading) {
    try {
      return Optional.of(reading.apply(text));
    } catch (IllegalArgumentException e) {
      fault(name, code, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return List.of(type.getEnumConstants()).toString();
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
