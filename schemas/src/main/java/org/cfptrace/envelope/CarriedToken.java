package org.cfptrace.envelope;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** Signed tokens that a body carries. Here only their spelling counts; who opens them judges. */
final class CarriedToken {
  /** A mandate, endorsement or attestation is some 1,200 characters. */
  static final int LONGEST_LEAVE = 4096;

  /** As long as a declaration may be that is sent. */
  static final int LONGEST_DECLARATION = 64 * 1024;

  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private CarriedToken() {}

  static String checked(String token, int longest, String name) {
    if (!fits(token, longest)) {
      throw new IllegalArgumentException(
          name + ": expected a signed token of at most " + longest + " characters");
    }
    return token;
  }

  static String read(Members members, String name, int longest) {
    String token = members.text(name);
    if (!fits(token, longest)) {
      throw new MalformedException(
          Fault.MEMBER,
          members.path() + "." + name + ": expected a signed token of at most " + longest);
    }
    return token;
  }

  static Optional<String> readOptional(Members members, String name, int longest) {
    return members.has(name) ? Optional.of(read(members, name, longest)) : Optional.empty();
  }

  private static boolean fits(String token, int longest) {
    return token.length() <= longest && COMPACT.matcher(token).matches();
  }
}
