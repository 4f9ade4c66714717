package org.cfptrace.registry.broker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.registry.broker.BrokerRight.Operation;
import org.cfptrace.registry.broker.BrokerRight.Target;

/** What a participant's principal may do, and nothing else. */
final class BrokerRights {
  private BrokerRights() {}

  static Set<BrokerRight> of(String shortId, String principal, List<String> ownersAccepting) {
    var rights = new HashSet<BrokerRight>();
    rights.add(read(principal, Target.TOPIC, TopicForm.inboxOf(shortId)));
    rights.add(read(principal, Target.TOPIC, TopicForm.doorOf(shortId)));
    rights.add(read(principal, Target.TOPIC, TopicForm.DIRECTORY));
    rights.add(read(principal, Target.TOPIC, TopicForm.CHECKPOINTS));
    // All ids have the same length, so the prefix of one is not the prefix of another.
    rights.add(read(principal, Target.GROUPS_BEGINNING, "cfp." + shortId));
    rights.add(
        new BrokerRight(principal, Operation.WRITE, Target.TOPICS_BEGINNING, TopicForm.DOORS));
    for (var owner : ownersAccepting) {
      rights.add(
          new BrokerRight(principal, Operation.WRITE, Target.TOPIC, TopicForm.inboxOf(owner)));
    }
    return Set.copyOf(rights);
  }

  private static BrokerRight read(String principal, Target target, String name) {
    return new BrokerRight(principal, Operation.READ, target, name);
  }
}
