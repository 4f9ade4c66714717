package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;

/** On which declarations exports rest, and which of these have fallen since. */
public interface ExportInputs {
  /** An input that stands no more. */
  record Mark(DeclarationId declaration, Fallen.Kind kind, Instant at) {
    public Mark {
      requireNonNull(declaration, "declaration");
      requireNonNull(kind, "kind");
      requireNonNull(at, "at");
    }
  }

  /** An export rests on these; what has fallen already is marked at once. */
  void add(Tenant tenant, UUID export, List<Evidence.Input> inputs, Instant at);

  /** Marks what has fallen by now and was not marked yet. */
  void markFallen(Tenant tenant, UUID export, Instant at);

  /** Forgets them: the export has ended without files. */
  void forget(Tenant tenant, UUID export);

  /** What has become of them, the first first. */
  List<Mark> marks(Tenant tenant, UUID export, int most);
}
