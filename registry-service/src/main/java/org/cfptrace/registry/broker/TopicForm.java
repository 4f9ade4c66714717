package org.cfptrace.registry.broker;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import org.cfptrace.envelope.DraftMessage;

/** A topic as it should be. */
public record TopicForm(String name, int partitions, Map<String, String> settings) {
  private static final String DAY = String.valueOf(Duration.ofDays(1).toMillis());
  private static final String THIRTY_DAYS = String.valueOf(Duration.ofDays(30).toMillis());

  // A topic that forgets a message in the moment in which it is too old loses it without a word: a
  // reader that comes back would not even see that there was one. So a message lies here for a week
  // longer than any may live, for the reader to refuse it as EXPIRED and both sides to hear of it.
  private static final String LONGER_THAN_MESSAGES_LIVE =
      String.valueOf(DraftMessage.LONGEST_LIFE.plusDays(7).toMillis());

  /** The topic of signed directory entries. */
  public static final String DIRECTORY = "cfp.directory";

  /** The topic of the log's checkpoints. */
  public static final String CHECKPOINTS = "cfp.log.checkpoints";

  /** What the names of all doors begin with. */
  public static final String DOORS = "cfp.door.";

  public TopicForm {
    requireNonNull(name, "name");
    settings = Map.copyOf(settings);
  }

  public static String inboxOf(String shortId) {
    return "cfp.inbox." + shortId;
  }

  public static String doorOf(String shortId) {
    return DOORS + shortId;
  }

  /**
   * Messages between companies. A sealed message is at most 256 KiB before sealing; base64 adds a
   * third, twice.
   */
  static TopicForm inbox(String shortId, int partitions) {
    return new TopicForm(
        inboxOf(shortId),
        partitions,
        Map.of(
            "retention.ms",
            LONGER_THAN_MESSAGES_LIVE,
            "compression.type",
            "zstd",
            "max.message.bytes",
            String.valueOf(512 * 1024)));
  }

  /** First contact: small, because anybody admitted may write there. */
  static TopicForm door(String shortId) {
    return new TopicForm(
        doorOf(shortId),
        1,
        Map.of(
            "retention.ms", LONGER_THAN_MESSAGES_LIVE,
            "retention.bytes", String.valueOf(16L * 1024 * 1024),
            "max.message.bytes", String.valueOf(16 * 1024)));
  }

  /** The directory, of which the newest entry of each participant stays. */
  public static TopicForm directory() {
    return new TopicForm(
        DIRECTORY,
        1,
        Map.of(
            "cleanup.policy", "compact",
            "min.cleanable.dirty.ratio", "0.2",
            "max.compaction.lag.ms", DAY));
  }

  /** The log's checkpoints: small, and old ones are in the log itself. */
  public static TopicForm checkpoints() {
    return new TopicForm(
        CHECKPOINTS, 1, Map.of("retention.ms", THIRTY_DAYS, "compression.type", "zstd"));
  }
}
