package org.cfptrace.aggregator.rollup;

import java.util.HashMap;
import java.util.Map;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;

/**
 * The cells (stage and account) that a tenant uses, numbered as they are met: at most 64, so that
 * the bits of one word say which of them a figure has.
 */
final class Columns {
  static final int MOST = Long.SIZE;

  /** No column is left for the cell. */
  static final int NONE = -1;

  private final Map<Cell, Integer> numbers = new HashMap<>();
  private final Cell[] cells = new Cell[MOST];
  private final byte[] stages = new byte[MOST];
  private final long[] staying = new long[StageProfile.values().length];
  private long emissions;

  int of(Cell cell) {
    Integer known = numbers.get(cell);
    return known == null ? add(cell) : known;
  }

  Cell cell(int column) {
    return cells[column];
  }

  /** The stage of a column, as the enum numbers it. */
  int stage(int column) {
    return stages[column];
  }

  /** The columns whose amounts are emissions; those of the others are never positive. */
  long emissions() {
    return emissions;
  }

  /** The columns that a product of this profile takes up as they are, in the same stage. */
  long staying(int profile) {
    return staying[profile];
  }

  private int add(Cell cell) {
    int column = numbers.size();
    if (column == MOST || Place.of(cell.stage()) >= FigureForm.STAGES) {
      return NONE;
    }
    numbers.put(cell, column);
    cells[column] = cell;
    stages[column] = (byte) Place.of(cell.stage());
    if (cell.account().isEmission()) {
      emissions |= 1L << column;
    }
    for (StageProfile profile : StageProfile.values()) {
      if (stays(cell.stage(), profile)) {
        staying[Place.of(profile)] |= 1L << column;
      }
    }
    return column;
  }

  private static boolean stays(Stage stage, StageProfile profile) {
    try {
      return profile.stageFor(stage) == stage;
    } catch (IllegalArgumentException neverTakenUp) {
      return false;
    }
  }
}
