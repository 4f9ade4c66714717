package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * A text with signature lines behind it (C2SP signed-note): the text ends with a newline, an empty
 * line follows, then the signatures. Reading it checks the form alone.
 *
 * @param text what is signed, with its last newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The most signature lines taken: room for a log and many witnesses, not for a flood. */
  public static final int MOST_SIGNATURES = 64;

  /** The longest note taken, in characters. */
  public static final int LONGEST = 32 * 1024;

  private static final String PARTING = "\n\n";

  public SignedNote {
    requireNonNull(text, "text");
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || text.length() < 2 || !isClean(text)) {
      throw new MalformedException(
          Fault.ENCODING, "expected text without control characters that ends a line");
    }
  }

  /** Reads a note with one signature line or more. */
  public static SignedNote parse(String note) {
    require(note.length() <= LONGEST, "a note of at most " + LONGEST + " characters");
    require(isClean(note), "no control characters but line ends");
    int parting = note.lastIndexOf(PARTING);
    require(parting > 0 && note.endsWith("\n"), "a text, an empty line and signature lines");
    String behind = note.substring(parting + PARTING.length());
    require(!behind.isEmpty(), "a signature line");
    return new SignedNote(
        note.substring(0, parting + 1), signatures(behind.substring(0, behind.length() - 1)));
  }

  /** A note as it travels, unless it is not in its one spelling. */
  public static String spelled(String note) {
    require(parse(note).written().equals(note), "a note in its one spelling");
    return note;
  }

  private static List<NoteSignature> signatures(String lines) {
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.split("\n", MOST_SIGNATURES + 1)) {
      require(
          signatures.size() < MOST_SIGNATURES, "at most " + MOST_SIGNATURES + " signature lines");
      signatures.add(NoteSignature.parse(line));
    }
    return signatures;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new MalformedException(Fault.ENCODING, "expected " + expected);
    }
  }

  private static boolean isClean(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == '\n'
                    || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE));
  }

  /** The same note with one line more. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /** The whole note, as it travels. */
  public String written() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }

  /** The lines that say they are by {@code key}. */
  List<NoteSignature> by(VerifierKey key) {
    return signatures.stream().filter(key::isOf).toList();
  }

  /** The first line by {@code key}, if there is one. */
  Optional<NoteSignature> firstBy(VerifierKey key) {
    return by(key).stream().findFirst();
  }
}
