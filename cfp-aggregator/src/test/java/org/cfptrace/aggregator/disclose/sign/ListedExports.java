package org.cfptrace.aggregator.disclose.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.log.EntryProof;

/** Exports in memory, with what was noted of them, in order. */
final class ListedExports implements SignedExports {
  private record Key(Tenant tenant, UUID requestId) {}

  private final Map<Key, Awaited> exports = new HashMap<>();
  private final List<String> happened = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  void awaits(Tenant tenant, UUID requestId, Awaited export) {
    exports.put(new Key(tenant, requestId), export);
  }

  List<String> troubles() {
    return List.copyOf(troubles);
  }

  List<String> happened() {
    return List.copyOf(happened);
  }

  Awaited find(SignatureRequestId id) {
    return exports.entrySet().stream()
        .filter(each -> each.getKey().requestId().equals(id.uuid()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Optional<Awaited> awaited(Tenant tenant, UUID requestId) {
    return Optional.ofNullable(exports.get(new Key(tenant, requestId)));
  }

  @Override
  public void signed(
      Tenant tenant, UUID requestId, String signature, ExportStatement statement, Instant at) {
    happened.add(
        "signed " + statement.exportId() + " by " + statement.issuer().shortId() + " at " + at);
    decide(tenant, requestId, Optional.of(signature), Optional.empty());
  }

  @Override
  public void refused(Tenant tenant, UUID requestId, String reason, Instant at) {
    happened.add("refused " + reason);
    decide(tenant, requestId, Optional.empty(), Optional.of(reason));
  }

  @Override
  public void trouble(Tenant tenant, UUID requestId, String text) {
    troubles.add(text);
  }

  @Override
  public void logged(Tenant tenant, UUID requestId, EntryProof proof, Instant since) {
    happened.add(
        "logged " + proof.proof().index() + " of " + proof.proof().size() + " since " + since);
  }

  private void decide(
      Tenant tenant, UUID requestId, Optional<String> signature, Optional<String> refusal) {
    exports.computeIfPresent(
        new Key(tenant, requestId),
        (key, export) ->
            new Awaited(
                export.exportId(),
                export.target(),
                export.manifestSha256(),
                export.supersedes(),
                export.warnings(),
                export.overridden(),
                signature,
                refusal));
  }
}
