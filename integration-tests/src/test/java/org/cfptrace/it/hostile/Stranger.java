package org.cfptrace.it.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.Enrolment;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.story.Operator;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.TrustAnchor;

/** A company that was admitted as it should be, and now tries what it should not. */
final class Stranger {

  private static final String PASSWORD = "a password of the stranger's own";

  private final EnrolledParticipant participant;
  private final LocalStack stack;

  private Stranger(EnrolledParticipant participant, LocalStack stack) {
    this.participant = participant;
    this.stack = stack;
  }

  static Stranger admitted(Platform platform, Path directory, String name) {
    LocalStack stack = platform.stack();
    Operator operator = new Operator(stack.registry());
    Enrolment enrolment = operator.approve(operator.apply(application(name)));
    EnrolledParticipant participant =
        FirstStart.openOrEnrol(
            new FirstStart.Settings(
                stack.registry().url(),
                TrustAnchor.read(stack.trustAnchor()),
                directory,
                PASSWORD.toCharArray(),
                Optional.of(enrolment.participant()),
                Optional.of(enrolment.code())),
            Clock.systemUTC());
    return new Stranger(participant, stack);
  }

  private static ObjectNode application(String name) {
    ObjectNode form =
        new ObjectMapper()
            .createObjectNode()
            .put("name", name)
            .put("address", "1 Nowhere Street")
            .put("country", "JP");
    form.putObject("contact").put("name", "Nobody").put("email", "nobody@stranger.example");
    form.putArray("roles").add("SUPPLIER");
    return form;
  }

  EnrolledParticipant participant() {
    return participant;
  }

  String id() {
    return participant.id().shortId();
  }

  /** Settings of a Kafka client with the stranger's own, genuine certificate. */
  Properties kafka() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", stack.broker().bootstrapServers());
    for (Map.Entry<String, String> setting :
        participant.kafkaSecurity(PASSWORD.toCharArray()).entrySet()) {
      settings.put(setting.getKey(), setting.getValue());
    }
    settings.put("default.api.timeout.ms", "10000");
    settings.put("request.timeout.ms", "5000");
    return settings;
  }
}
