package org.cfptrace.verify.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing is missing from the list, and nothing is in it twice. */
class ChecklistCompletenessTest {

  @Test
  void everySampleDiffersFromAllOthers() {
    Set<String> names = new HashSet<>();
    Set<List<Object>> contents = new HashSet<>();
    for (Sample sample : Checklist.all()) {
      assertThat(names.add(sample.form() + "/" + sample.defect())).as(sample.toString()).isTrue();
      assertThat(
              contents.add(
                  List.of(
                      sample.form(),
                      sample.text(),
                      sample.setting(),
                      sample.opening(),
                      sample.sender())))
          .as(sample + " is the same as another")
          .isTrue();
    }
  }

  @Test
  void everyItemHasASample() {
    Set<Integer> items =
        Checklist.all().stream()
            .map(Sample::item)
            .filter(item -> item > 0)
            .collect(Collectors.toSet());

    assertThat(items).containsExactlyInAnyOrderElementsOf(Checklist.ITEMS);
  }
}
