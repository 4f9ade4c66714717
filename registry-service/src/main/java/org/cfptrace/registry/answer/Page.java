package org.cfptrace.registry.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next what to ask with for the part after this one; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /** Makes a page of up to {@code limit} out of rows fetched with one more than that. */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, T> item, Function<R, String> position) {
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    Optional<String> next =
        rows.size() > limit
            ? Optional.of(position.apply(shown.get(shown.size() - 1)))
            : Optional.empty();
    return new Page<>(shown.stream().map(item).toList(), next);
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
