package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * What a log says it holds: which log, how many entries, and the root over them. It is the text of
 * a signed note, three lines (C2SP tlog-checkpoint, without extension lines).
 */
public record Checkpoint(String origin, long size, TreeHash root) {
  private static final int LINES = 3;
  private static final int DIGITS = 18;

  public Checkpoint {
    requireNonNull(origin, "origin");
    requireNonNull(root, "root");
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("expected an origin of one line");
    }
    if (size < 0) {
      throw new IllegalArgumentException("expected a size of zero or more, saw " + size);
    }
    if (size == 0 && !root.equals(TreeHash.OF_NOTHING)) {
      throw new IllegalArgumentException("a tree without entries has the root of nothing");
    }
  }

  /** Reads the text of a note. */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES + 1 || !lines[LINES].isEmpty() || lines[0].isEmpty()) {
      throw new MalformedException(Fault.ENCODING, "expected origin, size and root, a line each");
    }
    try {
      return new Checkpoint(lines[0], wholeNumber(lines[1]), TreeHash.parse(lines[2]));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.ENCODING, "not a checkpoint", e);
    }
  }

  /** Reads a whole number in its one spelling: no sign, no zero in front. */
  static long wholeNumber(String text) {
    boolean good =
        !text.isEmpty()
            && text.length() <= DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
            && (text.length() == 1 || text.charAt(0) != '0');
    if (!good) {
      throw new MalformedException(Fault.NUMBER, "expected a whole number of at most 18 digits");
    }
    return Long.parseLong(text);
  }

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }
}
