package org.cfptrace.aggregator.disclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.job.PreviewExport.Page;
import org.cfptrace.aggregator.disclose.job.PreviewExport.Preview;
import org.cfptrace.declaration.Audience;
import org.junit.jupiter.api.Test;

/** Previews are kept within a bound. */
class RecentPreviewsTest {
  private static final UUID EXPORT = UUID.randomUUID();

  private final RecentPreviews recent = new RecentPreviews(10_100);
  private final List<Integer> made = new ArrayList<>();

  private void read(int place, int characters) {
    RecentPreviews.Key key =
        new RecentPreviews.Key(
            EXPORT, place, "digest", Optional.empty(), Optional.empty(), Optional.empty());
    recent.find(
        key,
        () -> {
          made.add(place);
          return new Preview(
              Audience.SELF,
              List.of(),
              JsonNodeFactory.instance.objectNode(),
              List.of(new Page("a.txt", "text/plain", Optional.of("x".repeat(characters)))));
        });
  }

  @Test
  void whatWasUnreadForLongestGoesFirst() {
    read(1, 4_000);
    read(2, 4_000);
    read(1, 4_000);
    read(3, 4_000);

    read(1, 4_000);
    read(3, 4_000);
    assertThat(made).containsExactly(1, 2, 3);

    read(2, 4_000);
    assertThat(made).containsExactly(1, 2, 3, 2);
  }

  @Test
  void onePreviewThatIsLongerThanAllMayBeIsNotKeptAndDrivesNoOtherOut() {
    read(1, 4_000);
    read(2, 10_000);
    read(2, 10_000);
    read(1, 4_000);

    assertThat(made).containsExactly(1, 2, 2);
  }
}
