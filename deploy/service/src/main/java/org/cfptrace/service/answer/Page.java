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

  /**
   * Cuts a page from a whole list of what is never taken away again, such as versions.
   *
   * @param cursorOf a key no two items share; the next page begins after the item that has it
   */
  public static <T> Page<T> ofAll(List<T> all, PageRequest request, Function<T, String> cursorOf) {
    int from = 0;
    if (request.after().isPresent()) {
      String last = request.after().get();
      while (from < all.size() && !cursorOf.apply(all.get(from)).equals(last)) {
        from++;
      }
      if (from == all.size()) {
        throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
      }
      from++;
    }
    int to = Math.min(all.size(), from + request.rowsToFetch());
    return of(all.subList(from, to), request, cursorOf);
  }

  /** The same page in another form. */
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(items.stream().<R>map(form).toList(), next);
  }
}
