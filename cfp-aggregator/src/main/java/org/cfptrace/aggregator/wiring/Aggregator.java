package org.cfptrace.aggregator.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;

/**
 * Where the aggregator starts. Its keys and its enrolment come first, because its channels to the
 * broker open in its own name.
 */
@QuarkusMain
public final class Aggregator {
  private Aggregator() {}

  public static void main(String... arguments) {
    Environment environment = Environment.ofProcess();
    ProductionSecrets.refuseDevelopmentSecrets(environment);
    FirstStart.Settings settings = Start.settings(environment);
    connectAs(FirstStart.openOrEnrol(settings, Clock.systemUTC()), settings.password());
    Quarkus.run(arguments);
  }

  private static void connectAs(EnrolledParticipant me, char[] password) {
    me.kafkaSecurity(password).forEach((key, value) -> System.setProperty("kafka." + key, value));
    String shortId = me.id().shortId();
    listen("inbox", Way.INBOX.topicOf(shortId), me.consumerGroup("inbox"));
    listen("door", Way.DOOR.topicOf(shortId), me.consumerGroup("door"));
    listen("directory", "cfp.directory", me.consumerGroup("directory"));
  }

  private static void listen(String channel, String topic, String group) {
    System.setProperty("mp.messaging.incoming." + channel + ".topic", topic);
    System.setProperty("mp.messaging.incoming." + channel + ".group.id", group);
  }
}
