package org.cfptrace.registry.wiring;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cfptrace.log.LogTrust;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.cfptrace.registry.log.CheckpointRelay;
import org.cfptrace.registry.log.LogWriter;
import org.jboss.logging.Logger;

/** What the log does unasked; each instance tries, one writes. */
@ApplicationScoped
class LogJobs {
  private static final Logger LOG = Logger.getLogger(LogJobs.class);

  private final LogWriter writer;
  private final CheckpointRelay relay;
  private final CertificateAuthority authority;
  private final LogTrust trust;
  private final RegistrySettings settings;
  private final AtomicBoolean writing = new AtomicBoolean();

  LogJobs(
      LogWriter writer,
      CheckpointRelay relay,
      CertificateAuthority authority,
      LogTrust trust,
      RegistrySettings settings) {
    this.writer = writer;
    this.relay = relay;
    this.authority = authority;
    this.trust = trust;
    this.settings = settings;
  }

  /** Before the doors open, so that nobody is handed an anchor that lacks the log. */
  void announce(@Observes @Priority(10) StartupEvent start) {
    AnchorFile.update(
        settings.authority().directory(),
        authority.trustAnchor(settings.dataSpaceDomain()).with(trust));
  }

  @Scheduled(every = "1s", concurrentExecution = SKIP)
  void write() {
    boolean isWriter = writer.turn();
    if (writing.getAndSet(isWriter) != isWriter) {
      LOG.infof("log writer changed, writing=%s", isWriter);
    }
  }

  @Scheduled(every = "1s", concurrentExecution = SKIP)
  void relayCheckpoints() {
    try {
      relay.relay();
    } catch (BrokerUnreachable e) {
      LOG.warnf("broker is not reachable, job=checkpoints, reason=%s", e.getMessage());
    }
  }

  void stop(@Observes @Priority(1) ShutdownEvent end) {
    writer.stop();
  }
}
