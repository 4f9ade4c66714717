package org.cfptrace.log;

import java.util.Optional;

/**
 * Which tile (C2SP tlog-tiles, height 8): its level, its number in the level, and how many hashes
 * it holds. Level {@link #ENTRIES} are the bundles of entries themselves.
 *
 * @param width 256 when it is full
 */
public record TileName(int level, long number, int width) {
  /** Hashes in a full tile. */
  public static final int FULL = 256;

  /** Levels of tiles in which one hash stands for 256 of the level below. */
  static final int HEIGHT = 8;

  /** What stands for the level of bundles of entries. */
  public static final int ENTRIES = -1;

  private static final int GROUP = 1000;

  /** Trees of 2^63 entries have no tile above. */
  private static final int HIGHEST = 7;

  public TileName {
    if (level < ENTRIES || level > HIGHEST || number < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no such tile: level " + level + ", number " + number + ", width " + width);
    }
  }

  /** The path behind {@code tile/}: {@code 0/x001/234.p/17}. */
  public String path() {
    String name = (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + grouped(number);
    return isFull() ? name : name + ".p/" + width;
  }

  /** Reads what {@link #path()} writes, in its one spelling. */
  public static TileName parse(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("expected a level and a number");
    }
    String level = path.substring(0, slash);
    String rest = path.substring(slash + 1);
    int partial = rest.indexOf(".p/");
    TileName name =
        new TileName(
            level.equals("entries") ? ENTRIES : number(level, 2),
            ungrouped(partial < 0 ? rest : rest.substring(0, partial)),
            partial < 0 ? FULL : number(rest.substring(partial + 3), 3));
    if (!name.path().equals(path)) {
      throw new IllegalArgumentException("the name of a tile is not in its one spelling");
    }
    return name;
  }

  private static String grouped(long number) {
    String last = String.format("%03d", number % GROUP);
    return number < GROUP ? last : groupedInFront(number / GROUP) + "/" + last;
  }

  private static String groupedInFront(long number) {
    String last = String.format("x%03d", number % GROUP);
    return number < GROUP ? last : groupedInFront(number / GROUP) + "/" + last;
  }

  private static long ungrouped(String text) {
    long number = 0;
    String[] groups = text.split("/", -1);
    if (groups.length > 6) {
      throw new IllegalArgumentException("no tile has such a number");
    }
    for (String group : groups) {
      number = number * GROUP + number(group.startsWith("x") ? group.substring(1) : group, 3);
    }
    return number;
  }

  private static int number(String digits, int longest) {
    if (digits.isEmpty()
        || digits.length() > longest
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("expected at most " + longest + " digits");
    }
    return Integer.parseInt(digits);
  }

  public boolean isFull() {
    return width == FULL;
  }

  /** The full tile of the same level and number. */
  public TileName full() {
    return new TileName(level, number, FULL);
  }

  /** The tile of this level and number in a tree of {@code size}, if the tree reaches it. */
  public static Optional<TileName> in(long size, int level, long number) {
    long hashes = size >> (HEIGHT * Math.max(0, level));
    long width = Math.min(FULL, hashes - number * FULL);
    return width < 1 ? Optional.empty() : Optional.of(new TileName(level, number, (int) width));
  }
}
