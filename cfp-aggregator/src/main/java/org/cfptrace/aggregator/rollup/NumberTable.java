package org.cfptrace.aggregator.rollup;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Numbers found by a hash that their owner works out: open addressing, one word a slot, no object
 * for an entry.
 */
final class NumberTable {
  private static final int NONE = -1;

  private final IntUnaryOperator hashOf;
  private int[] slots = new int[16];
  private int size;

  NumberTable(IntUnaryOperator hashOf) {
    this.hashOf = hashOf;
    Arrays.fill(slots, NONE);
  }

  /** The first number under this hash that is the wanted one, or -1. */
  int find(int hash, IntPredicate wanted) {
    for (int slot = home(hash); slots[slot] != NONE; slot = after(slot)) {
      if (wanted.test(slots[slot])) {
        return slots[slot];
      }
    }
    return NONE;
  }

  void add(int number) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    put(number);
    size++;
  }

  void remove(int number) {
    int slot = home(hashOf.applyAsInt(number));
    while (slots[slot] != number) {
      slot = after(slot);
    }
    slots[slot] = NONE;
    size--;
    // Those behind it may have been pushed on by it: they find their places again.
    for (int next = after(slot); slots[next] != NONE; next = after(next)) {
      int moved = slots[next];
      slots[next] = NONE;
      put(moved);
    }
  }

  long bytes() {
    return (long) Integer.BYTES * slots.length;
  }

  private void put(int number) {
    int slot = home(hashOf.applyAsInt(number));
    while (slots[slot] != NONE) {
      slot = after(slot);
    }
    slots[slot] = number;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[2 * old.length];
    Arrays.fill(slots, NONE);
    for (int number : old) {
      if (number != NONE) {
        put(number);
      }
    }
  }

  private int home(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  }

  private int after(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
