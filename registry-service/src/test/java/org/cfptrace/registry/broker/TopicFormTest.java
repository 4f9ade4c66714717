package org.cfptrace.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.exchange.deliver.PostMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topics on which companies write to each other. */
class TopicFormTest {
  @ParameterizedTest
  @ValueSource(strings = {"inbox", "door"})
  void keepsMessagesForAWeekLongerThanAnyMayLive(String topic) {
    TopicForm form =
        topic.equals("inbox")
            ? TopicForm.inbox("aaaaaaaaaaaaaaaa", 1)
            : TopicForm.door("aaaaaaaaaaaaaaaa");

    Duration kept = Duration.ofMillis(Long.parseLong(form.settings().get("retention.ms")));

    assertThat(kept)
        .isGreaterThanOrEqualTo(PostMessage.LIFE.plusDays(7))
        .isEqualTo(DraftMessage.LONGEST_LIFE.plusDays(7));
  }
}
