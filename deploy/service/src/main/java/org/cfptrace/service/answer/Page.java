package org.cfptrace.service.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next where the next page begins, or nothing when this was the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from rows of which one more than the limit was fetched, to learn whether there is a
   * next page.
   *
   * @param cursorOf the sort key of a row; the next page begins after the last row shown
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> cursorOf) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, Optional.empty());
    }
    var shown = rows.subList(0, request.limit());
    return new Page<>(shown, Optional.of(cursorOf.apply(shown.get(shown.size() - 1))));
  }

  /** The same page in another form. */
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(items.stream().<R>map(form).toList(), next);
  }
}
