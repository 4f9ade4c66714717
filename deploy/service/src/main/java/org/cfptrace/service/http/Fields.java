package org.cfptrace.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.footprint.DecimalText;
import org.cfptrace.service.answer.FieldErrors;

/**
 * One JSON object of a body, read field by field. A fault is noted under the field's path and
 * reading goes on, so that the caller hears of everything at once; what could not be read comes
 * back empty. The reader asks for every field it knows and then calls {@link #refuseOthers()}; it
 * builds its value only after {@link FieldErrors#refuseIfAny()}.
 */
public final class Fields {
  private static final String DATE = "2026-03-31";

  private final JsonNode object;
  private final String path;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  Fields(JsonNode object, String path, FieldErrors errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /** The path of a field of this object, as shown to the caller. */
  public String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The path of this object itself; empty for the body. */
  public String path() {
    return path;
  }

  /** Notes a fault of one field. */
  public void fault(String name, String code, String message) {
    errors.add(pathOf(name), code, message);
  }

  /** The same object, with faults of its own: one row's must not be another's. */
  public Fields apart() {
    return new Fields(object, path, new FieldErrors());
  }

  /** Refuses the request if anything is wrong with it. */
  public void refuseIfAny() {
    errors.refuseIfAny();
  }

  /** How many faults the request has so far. */
  public int faults() {
    return errors.count();
  }

  /** Whether the field is there, whatever it holds; for one that is refused by name. */
  public boolean isThere(String name) {
    return present(name).isPresent();
  }

  /** A text that may be missing; length counted in characters as people see them. */
  public Optional<String> text(String name, int longest) {
    return present(name)
        .flatMap(node -> string(name, node))
        .flatMap(text -> fitting(name, text, longest));
  }

  /** A text that must be there and not be blank. */
  public Optional<String> requiredText(String name, int longest) {
    return required(name)
        .flatMap(node -> string(name, node))
        .flatMap(text -> filled(name, text))
        .flatMap(text -> fitting(name, text, longest));
  }

  /** A word that a type of ours reads; its complaint becomes the field's fault. */
  public <T> Optional<T> value(String name, Function<String, T> reader) {
    return present(name)
        .flatMap(node -> string(name, node))
        .flatMap(text -> read(name, text, reader));
  }

  /** As {@link #value}, and it must be there. */
  public <T> Optional<T> requiredValue(String name, Function<String, T> reader) {
    return required(name)
        .flatMap(node -> string(name, node))
        .flatMap(text -> read(name, text, reader));
  }

  /** One of the names of an enum. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return value(name, text -> constant(type, text));
  }

  /** One of the names of an enum, and it must be there. */
  public <E extends Enum<E>> Optional<E> requiredChoice(String name, Class<E> type) {
    return requiredValue(name, text -> constant(type, text));
  }

  /** A date such as {@code 2026-03-31}. */
  public Optional<LocalDate> date(String name) {
    return value(name, Fields::parseDate);
  }

  /** A date, and it must be there. */
  public Optional<LocalDate> requiredDate(String name) {
    return requiredValue(name, Fields::parseDate);
  }

  /**
   * A decimal, written as a string; a JSON number is refused because readers differ in what they
   * make of one.
   */
  public Optional<BigDecimal> decimal(String name) {
    return present(name).flatMap(node -> decimalString(name, node));
  }

  /** A decimal, and it must be there. */
  public Optional<BigDecimal> requiredDecimal(String name) {
    return required(name).flatMap(node -> decimalString(name, node));
  }

  /** A decimal greater than zero. */
  public Optional<BigDecimal> positiveDecimal(String name) {
    return decimal(name)
        .filter(
            value ->
                holds(
                    name,
                    value.signum() > 0,
                    "NOT_POSITIVE",
                    "expected more than 0, seen " + value.toPlainString()));
  }

  /** A decimal greater than zero, and it must be there. */
  public Optional<BigDecimal> requiredPositiveDecimal(String name) {
    return requiredDecimal(name)
        .filter(
            value ->
                holds(
                    name,
                    value.signum() > 0,
                    "NOT_POSITIVE",
                    "expected more than 0, seen " + value.toPlainString()));
  }

  /** true or false. */
  public Optional<Boolean> flag(String name) {
    return present(name).flatMap(node -> bool(name, node));
  }

  /** true or false, and it must be said. */
  public Optional<Boolean> requiredFlag(String name) {
    return required(name).flatMap(node -> bool(name, node));
  }

  /** An object inside this one. */
  public Optional<Fields> object(String name) {
    return present(name).flatMap(node -> nested(name, node));
  }

  /** An object inside this one, and it must be there. */
  public Optional<Fields> requiredObject(String name) {
    return required(name).flatMap(node -> nested(name, node));
  }

  /** An object inside this one as it is, for somebody else to read. */
  public Optional<ObjectNode> whole(String name) {
    return present(name)
        .flatMap(
            node ->
                holds(name, node.isObject(), "WRONG_TYPE", "expected an object, seen " + kind(node))
                    ? Optional.of((ObjectNode) node)
                    : Optional.empty());
  }

  /** A list of objects; missing is empty. */
  public List<Fields> objects(String name, int most) {
    return present(name).map(node -> list(name, node, most)).orElse(List.of());
  }

  /** A list of objects, and it must be there, though it may be empty. */
  public List<Fields> requiredObjects(String name, int most) {
    return required(name).map(node -> list(name, node, most)).orElse(List.of());
  }

  /** A list of short texts; missing is empty. */
  public List<String> texts(String name, int most, int longest) {
    var node = present(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      fault(name, "WRONG_TYPE", "expected a list, seen " + kind(node.get()));
      return List.of();
    }
    if (!holds(
        name,
        node.get().size() <= most,
        "TOO_MANY",
        "expected at most " + most + ", seen " + node.get().size())) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (int i = 0; i < node.get().size(); i++) {
      var item = name + "[" + i + "]";
      string(item, node.get().get(i))
          .flatMap(text -> filled(item, text))
          .flatMap(text -> fitting(item, text, longest))
          .ifPresent(texts::add);
    }
    return texts;
  }

  /** Notes every field nobody asked for: a misspelt name must not be silently ignored. */
  public void refuseOthers() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (known.add(name)) {
                fault(shown(name), "UNKNOWN_FIELD", "this field is not known here");
              }
            });
  }

  /** Notes a fault unless the claim holds. */
  public boolean holds(String name, boolean claim, String code, String message) {
    if (!claim) {
      fault(name, code, message);
    }
    return claim;
  }

  private Optional<JsonNode> present(String name) {
    known.add(name);
    var node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private Optional<JsonNode> required(String name) {
    var node = present(name);
    if (node.isEmpty()) {
      fault(name, "REQUIRED", "this field is required");
    }
    return node;
  }

  private Optional<String> string(String name, JsonNode node) {
    if (!node.isTextual()) {
      fault(name, "WRONG_TYPE", "expected a string, seen " + kind(node));
      return Optional.empty();
    }
    // Half of a pair of surrogates is not a character and cannot be stored as UTF-8.
    boolean wellFormed = UTF_8.newEncoder().canEncode(node.textValue());
    return holds(name, wellFormed, "NOT_TEXT", "expected well-formed Unicode")
        ? Optional.of(node.textValue())
        : Optional.empty();
  }

  private Optional<String> filled(String name, String text) {
    return holds(name, !text.isBlank(), "BLANK", "expected some text")
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<String> fitting(String name, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    boolean fits =
        holds(
                name,
                length <= longest,
                "TOO_LONG",
                "expected at most " + longest + " characters, seen " + length)
            && holds(
                name,
                text.codePoints().noneMatch(Character::isISOControl),
                "CONTROL_CHARACTER",
                "expected no control characters");
    return fits ? Optional.of(text) : Optional.empty();
  }

  private <T> Optional<T> read(String name, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException complaint) {
      fault(name, "INVALID", shown(String.valueOf(complaint.getMessage())));
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> decimalString(String name, JsonNode node) {
    if (node.isNumber()) {
      fault(
          name,
          "DECIMAL_AS_STRING",
          "expected a decimal in quotes such as \"12.5\", seen a JSON number");
      return Optional.empty();
    }
    return string(name, node).flatMap(text -> decimal(name, text));
  }

  private Optional<BigDecimal> decimal(String name, String text) {
    boolean readable =
        holds(
            name,
            DecimalText.isSigned(text),
            "NOT_A_DECIMAL",
            "expected a decimal such as \"12.5\" with at most 10 digits before and 9 after the"
                + " point, seen \""
                + shown(text)
                + "\"");
    return readable ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private Optional<Boolean> bool(String name, JsonNode node) {
    if (node.isBoolean()) {
      return Optional.of(node.booleanValue());
    }
    fault(name, "WRONG_TYPE", "expected true or false, seen " + kind(node));
    return Optional.empty();
  }

  private Optional<Fields> nested(String name, JsonNode node) {
    if (node.isObject()) {
      return Optional.of(new Fields(node, pathOf(name), errors));
    }
    fault(name, "WRONG_TYPE", "expected an object, seen " + kind(node));
    return Optional.empty();
  }

  private List<Fields> list(String name, JsonNode node, int most) {
    if (!node.isArray()) {
      fault(name, "WRONG_TYPE", "expected a list, seen " + kind(node));
      return List.of();
    }
    if (!holds(
        name,
        node.size() <= most,
        "TOO_MANY",
        "expected at most " + most + ", seen " + node.size())) {
      return List.of();
    }
    var objects = new ArrayList<Fields>();
    for (int i = 0; i < node.size(); i++) {
      nested(name + "[" + i + "]", node.get(i)).ifPresent(objects::add);
    }
    return objects;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of "
                        + Arrays.toString(type.getEnumConstants())
                        + ", seen "
                        + shown(text)));
  }

  private static LocalDate parseDate(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (text.length() == DATE.length()) {
        return date;
      }
      // A year of five digits or before 0 is read here, and by no database or partner.
      throw new DateTimeException("not a year of four digits");
    } catch (DateTimeException notADate) {
      throw new IllegalArgumentException(
          "expected a date such as " + DATE + ", seen " + shown(text), notADate);
    }
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING -> "a string";
      default -> "something else";
    };
  }

  /** What the caller sent, short enough to be shown back. */
  private static String shown(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }
}
