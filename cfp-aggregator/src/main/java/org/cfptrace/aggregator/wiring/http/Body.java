package org.cfptrace.aggregator.wiring.http;

import java.util.List;
import java.util.function.Function;
import org.cfptrace.aggregator.answer.FieldError;
import org.cfptrace.aggregator.answer.ProblemCode;
import org.cfptrace.aggregator.answer.Refused;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a request: one small JSON object, read as strictly as what comes from other
 * companies.
 */
public final class Body {
  private final byte[] bytes;
  private final Members members;

  private Body(byte[] bytes, Members members) {
    this.bytes = bytes;
    this.members = members;
  }

  /** Reads a body, or refuses it with {@link ProblemCode#MALFORMED_BODY}. */
  static Body parse(byte[] bytes) {
    try {
      return new Body(bytes.clone(), Members.of(StrictJson.parse(bytes), "body"));
    } catch (MalformedException e) {
      throw new Refused(ProblemCode.MALFORMED_BODY, "expected one strict JSON object");
    }
  }

  /**
   * The value of the only field this body has.
   *
   * @param reader its complaint, an {@link IllegalArgumentException}, becomes the field's fault
   */
  public <T> T only(String field, int longest, Function<String, T> reader) {
    try {
      T value = reader.apply(members.text(field, longest));
      members.end();
      return value;
    } catch (MalformedException | IllegalArgumentException e) {
      throw new Refused(
          ProblemCode.INVALID_FIELDS,
          "1 field cannot be accepted",
          List.of(new FieldError(field, "INVALID", String.valueOf(e.getMessage()))));
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
