package org.cfptrace.strict;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * Reads the members of one JSON object, each by name and type; {@link #end()} refuses what nobody
 * asked for. Messages name the member's path and what was expected, never the value.
 */
public final class Members {
  private final JsonNode object;
  private final String path;
  private final Set<String> read = new HashSet<>();

  private Members(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  public static Members of(JsonNode node, String path) {
    requireNonNull(node, "node");
    if (!node.isObject()) {
      throw new MalformedException(Fault.MEMBER, path + ": expected an object");
    }
    return new Members(node, path);
  }

  public boolean has(String name) {
    return object.has(name);
  }

  public String text(String name) {
    JsonNode node = member(name);
    if (!node.isTextual()) {
      throw expected(name, "a string");
    }
    return node.textValue();
  }

  /** A string of 1 to {@code longest} characters. */
  public String text(String name, int longest) {
    String text = text(name);
    if (text.isEmpty() || text.codePointCount(0, text.length()) > longest) {
      throw expected(name, "1 to " + longest + " characters");
    }
    return text;
  }

  public Optional<String> optionalText(String name, int longest) {
    return has(name) ? Optional.of(text(name, longest)) : Optional.empty();
  }

  public boolean flag(String name) {
    JsonNode node = member(name);
    if (!node.isBoolean()) {
      throw expected(name, "true or false");
    }
    return node.booleanValue();
  }

  /** A whole number, zero or more, written bare. */
  public long wholeNumber(String name) {
    JsonNode node = member(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw expected(name, "a whole number, zero or more");
    }
    return node.longValue();
  }

  public BigDecimal decimal(String name) {
    return decimal(name, Decimals::notNegative);
  }

  public BigDecimal signedDecimal(String name) {
    return decimal(name, Decimals::signed);
  }

  public Optional<BigDecimal> optionalDecimal(String name) {
    return has(name) ? Optional.of(decimal(name)) : Optional.empty();
  }

  public LocalDate date(String name) {
    String text = text(name);
    try {
      if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
      }
    } catch (DateTimeException e) {
      throw new MalformedException(Fault.MEMBER, at(name) + ": no such day", e);
    }
    throw expected(name, "a date like 2026-03-31");
  }

  /** The number these digits write, or one that no date holds. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  /** Exactly {@code length} bytes in base64url. */
  public byte[] bytes(String name, int length) {
    try {
      return Base64Url.decode(text(name), length);
    } catch (MalformedException e) {
      throw new MalformedException(e.fault(), at(name) + ": " + e.getMessage(), e);
    }
  }

  public Members object(String name) {
    return of(member(name), at(name));
  }

  public Optional<Members> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  public List<String> texts(String name, int most) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(name, most)) {
      if (!item.isTextual()) {
        throw expected(name, "strings only");
      }
      texts.add(item.textValue());
    }
    return List.copyOf(texts);
  }

  /** An array of at most {@code most} items. */
  public JsonNode array(String name, int most) {
    JsonNode node = member(name);
    if (!node.isArray() || node.size() > most) {
      throw expected(name, "an array of at most " + most);
    }
    return node;
  }

  /** The member as it stands, whatever its type. */
  public JsonNode any(String name) {
    return member(name);
  }

  /** A string that {@code reading} understands; what it refuses as an argument is malformed. */
  public <T> T value(String name, Function<String, T> reading) {
    String text = text(name);
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      // The cause may quote the value; the path and the member's name say enough.
      throw new MalformedException(Fault.MEMBER, at(name) + ": not a value of the agreed form");
    }
  }

  /** Refuses members that were not asked for. */
  public void end() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                throw new MalformedException(Fault.MEMBER, path + ": a member nobody agreed on");
              }
            });
  }

  /** The object itself. */
  public JsonNode node() {
    return object;
  }

  public String path() {
    return path;
  }

  private BigDecimal decimal(String name, Function<String, BigDecimal> reading) {
    JsonNode node = member(name);
    if (!node.isTextual()) {
      throw new MalformedException(Fault.NUMBER, at(name) + ": decimals are written as strings");
    }
    try {
      return reading.apply(node.textValue());
    } catch (MalformedException e) {
      throw new MalformedException(e.fault(), at(name) + ": " + e.getMessage(), e);
    }
  }

  private JsonNode member(String name) {
    read.add(name);
    JsonNode node = object.get(name);
    if (node == null) {
      throw new MalformedException(Fault.MEMBER, at(name) + ": missing");
    }
    return node;
  }

  private MalformedException expected(String name, String what) {
    return new MalformedException(Fault.MEMBER, at(name) + ": expected " + what);
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
