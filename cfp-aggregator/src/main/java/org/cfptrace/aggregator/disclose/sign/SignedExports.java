package org.cfptrace.aggregator.disclose.sign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.log.EntryProof;

/** What companies were asked to sign, and what they have said. */
public interface SignedExports {
  /**
   * An export of which a signature was asked for; it is kept also after the answer.
   *
   * @param manifestSha256 of its manifest, base64url
   * @param supersedes the export that it corrects
   * @param warnings how many warnings the company was told that the files state
   * @param overridden why it was made in spite of what stood in its way, as the company was told
   * @param signature the statement that was given, if it was
   * @param refusal why the company will not sign, if it was refused
   */
  record Awaited(
      String exportId,
      String target,
      String manifestSha256,
      Optional<String> supersedes,
      int warnings,
      Optional<String> overridden,
      Optional<String> signature,
      Optional<String> refusal) {
    public Awaited {
      requireNonNull(exportId, "exportId");
      requireNonNull(target, "target");
      requireNonNull(manifestSha256, "manifestSha256");
      requireNonNull(supersedes, "supersedes");
      requireNonNull(overridden, "overridden");
      requireNonNull(signature, "signature");
      requireNonNull(refusal, "refusal");
    }

    /**
     * Whether the statement is of just this export, and repeats what the company was told of it.
     */
    boolean isStatedBy(ExportStatement statement) {
      return statement.exportId().equals(exportId)
          && statement.target().equals(target)
          && statement.manifestSha256().equals(manifestSha256)
          && statement.supersedes().equals(supersedes)
          && statement.warnings() == warnings
          && statement.overridden().equals(overridden);
    }
  }

  /** The export of that company which it was asked to sign by that request, held until the end. */
  Optional<Awaited> awaited(Tenant tenant, UUID requestId);

  /**
   * It is signed.
   *
   * @param signature the signed token, to be laid beside the files
   */
  void signed(
      Tenant tenant, UUID requestId, String signature, ExportStatement statement, Instant at);

  /** It will not be signed. */
  void refused(Tenant tenant, UUID requestId, String reason, Instant at);

  /** An answer came that is not taken: told to who looks at the export, while it stands. */
  void trouble(Tenant tenant, UUID requestId, String text);

  /**
   * The signature is in the public log; told again for the same export, it says nothing more.
   *
   * @param since when enough witnesses had seen it there
   */
  void logged(Tenant tenant, UUID requestId, EntryProof proof, Instant since);
}
