package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;

/** Reads what a signed token says in its own form, once its signature is checked. */
public final class TokenForm {
  private TokenForm() {}

  /** The payload in its form, with no member left over; or why it is not of it. */
  public static <T> Reading<T> read(JsonNode payload, String name, Function<Members, T> form) {
    try {
      Members members = Members.of(payload, name);
      T read = form.apply(members);
      members.end();
      return Reading.accepted(read);
    } catch (MalformedException e) {
      return Reading.stopped(Reason.of(e, Reason.MALFORMED_PAYLOAD), message(e), Optional.empty());
    } catch (IllegalArgumentException e) {
      return Reading.stopped(Reason.MALFORMED_PAYLOAD, message(e), Optional.empty());
    }
  }

  private static String message(RuntimeException e) {
    return Objects.requireNonNullElse(e.getMessage(), "not of the agreed form");
  }
}
