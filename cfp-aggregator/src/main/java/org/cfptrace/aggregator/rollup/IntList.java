package org.cfptrace.aggregator.rollup;

import java.util.Arrays;

/** Numbers in a row that grows. */
final class IntList {
  private int[] numbers = new int[16];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int removeLast() {
    return numbers[--size];
  }

  void clear() {
    size = 0;
  }
}
