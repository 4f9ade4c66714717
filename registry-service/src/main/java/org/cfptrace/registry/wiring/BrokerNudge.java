package org.cfptrace.registry.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.cfptrace.registry.broker.Reconciling;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.jboss.logging.Logger;

/**
 * Brings a change to the broker at once, after its transaction, so that whoever asked for it can go
 * on. If the broker is away the change is safe all the same; the jobs will bring it.
 */
@ApplicationScoped
public class BrokerNudge {
  private static final Logger LOG = Logger.getLogger(BrokerNudge.class);

  private final Reconciling reconciling;
  private final DirectoryRelay relay;

  BrokerNudge(Reconciling reconciling, DirectoryRelay relay) {
    this.reconciling = reconciling;
    this.relay = relay;
  }

  /** Whether the broker has it now. */
  public boolean bring(String shortId) {
    try {
      reconciling.workOn(shortId);
      relay.relay();
      return true;
    } catch (BrokerUnreachable e) {
      LOG.warnf("broker will hear later, participantId=%s, reason=%s", shortId, e.getMessage());
      return false;
    }
  }
}
