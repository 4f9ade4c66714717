package org.cfptrace.registry.broker.adapter;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.BrokerRight;
import org.cfptrace.registry.broker.BrokerRight.Operation;
import org.cfptrace.registry.broker.BrokerRight.Target;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.cfptrace.registry.broker.TopicForm;

/** Topics, ACLs and quotas of Apache Kafka through its admin client. */
public final class KafkaBroker implements Broker {
  private static final String USER = "User:";
  private static final long REACHABLE_WITHIN = 2_000;

  private final KafkaConnection connection;
  private final Optional<Short> replicationFactor;

  /**
   * Talks through {@code connection}.
   *
   * @param replicationFactor of the topics we make; empty for the broker's default
   */
  public KafkaBroker(KafkaConnection connection, Optional<Short> replicationFactor) {
    this.connection = connection;
    this.replicationFactor = replicationFactor;
  }

  @Override
  public void ensureTopic(TopicForm form) {
    var topic =
        new NewTopic(form.name(), Optional.of(form.partitions()), replicationFactor)
            .configs(form.settings());
    try {
      await("topic", connection.admin().createTopics(List.of(topic)).all());
    } catch (BrokerUnreachable e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      bringIntoForm(form);
    }
  }

  private void bringIntoForm(TopicForm form) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, form.name());
    var present =
        await("settings", connection.admin().describeConfigs(List.of(resource)).all())
            .get(resource);
    var changes = new ArrayList<AlterConfigOp>();
    form.settings()
        .forEach(
            (name, value) -> {
              var entry = present == null ? null : present.get(name);
              if (entry == null || !value.equals(entry.value())) {
                changes.add(
                    new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
              }
            });
    if (!changes.isEmpty()) {
      Map<ConfigResource, Collection<AlterConfigOp>> all = Map.of(resource, changes);
      await("settings", connection.admin().incrementalAlterConfigs(all).all());
    }
  }

  @Override
  public Set<BrokerRight> rightsOf(String principal) {
    var filter =
        new AclBindingFilter(
            ResourcePatternFilter.ANY,
            new AccessControlEntryFilter(
                USER + principal, null, AclOperation.ANY, AclPermissionType.ANY));
    var rights = new HashSet<BrokerRight>();
    for (var acl : await("rights", connection.admin().describeAcls(filter).values())) {
      right(principal, acl).ifPresentOrElse(rights::add, () -> removeStranger(acl));
    }
    return rights;
  }

  // A right no participant should have, whoever gave it: it is not even a form we know.
  private void removeStranger(AclBinding acl) {
    await("rights", connection.admin().deleteAcls(List.of(acl.toFilter())).all());
  }

  @Override
  public void grant(Set<BrokerRight> rights) {
    await(
        "rights",
        connection.admin().createAcls(rights.stream().map(KafkaBroker::acl).toList()).all());
  }

  @Override
  public void revoke(Set<BrokerRight> rights) {
    await(
        "rights",
        connection
            .admin()
            .deleteAcls(rights.stream().map(right -> acl(right).toFilter()).toList())
            .all());
  }

  @Override
  public void limit(String principal, Limits limits) {
    alterQuotas(
        principal,
        Map.of(
            "producer_byte_rate", (double) limits.produced(),
            "consumer_byte_rate", (double) limits.consumed()));
  }

  @Override
  public void forgetLimits(String principal) {
    var nothing = new HashMap<String, Double>();
    nothing.put("producer_byte_rate", null);
    nothing.put("consumer_byte_rate", null);
    alterQuotas(principal, nothing);
  }

  @Override
  public boolean isReachable() {
    try {
      var nodes = connection.admin().describeCluster().nodes();
      return !nodes.get(REACHABLE_WITHIN, MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException | BrokerUnreachable e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void alterQuotas(String principal, Map<String, Double> rates) {
    var entity = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, principal));
    var changes =
        rates.entrySet().stream()
            .map(rate -> new ClientQuotaAlteration.Op(rate.getKey(), rate.getValue()))
            .toList();
    var alteration = new ClientQuotaAlteration(entity, changes);
    await("quotas", connection.admin().alterClientQuotas(List.of(alteration)).all());
  }

  private static AclBinding acl(BrokerRight right) {
    var resource =
        switch (right.target()) {
          case TOPIC -> new ResourcePattern(ResourceType.TOPIC, right.name(), PatternType.LITERAL);
          case TOPICS_BEGINNING ->
              new ResourcePattern(ResourceType.TOPIC, right.name(), PatternType.PREFIXED);
          case GROUPS_BEGINNING ->
              new ResourcePattern(ResourceType.GROUP, right.name(), PatternType.PREFIXED);
        };
    return new AclBinding(
        resource,
        new AccessControlEntry(
            USER + right.principal(),
            "*",
            AclOperation.valueOf(right.operation().name()),
            AclPermissionType.ALLOW));
  }

  private static Optional<BrokerRight> right(String principal, AclBinding acl) {
    return Set.of(Operation.values()).stream()
        .flatMap(
            operation ->
                Set.of(Target.values()).stream()
                    .map(t -> new BrokerRight(principal, operation, t, acl.pattern().name())))
        .filter(right -> acl(right).equals(acl))
        .findFirst();
  }

  private static <T> T await(String what, KafkaFuture<T> answer) {
    try {
      return answer.get(KafkaConnection.PATIENCE.toMillis() + 1_000, MILLISECONDS);
    } catch (ExecutionException e) {
      throw new BrokerUnreachable("the broker did not take our " + what, e.getCause());
    } catch (TimeoutException e) {
      throw new BrokerUnreachable("the broker did not answer in time about " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachable("interrupted while asking the broker", e);
    }
  }
}
