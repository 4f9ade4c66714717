package org.cfptrace.service.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A list that is there as a whole comes page by page too. */
class PageTest {
  private static final List<String> ALL = List.of("e", "b", "d", "a", "c");

  @Test
  void pageByPageEveryItemComesOnceInItsOrder() {
    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<String> page = Page.ofAll(ALL, new PageRequest(2, after), each -> "key of " + each);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).isEqualTo(ALL);
  }

  @Test
  void theLastPageHasNoNextAlsoWhereItIsFull() {
    assertThat(Page.ofAll(ALL, new PageRequest(5, Optional.empty()), each -> each).next())
        .isEmpty();
  }

  @Test
  void whatIsNoCursorOfTheListIsRefused() {
    assertThatThrownBy(() -> Page.ofAll(ALL, new PageRequest(2, Optional.of("x")), each -> each))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }
}
