package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Reason;

/**
 * What came of one declaration.
 *
 * @param buyer the place in the verdict, counted from 0, of the declaration through which it was
 *     first reached; empty for the one the audit is about
 * @param product of what it is, as far as it was shown
 * @param reason why it failed; there exactly when it did
 * @param detail what was expected and what was seen, for a person; empty when verified
 * @param share how many percent of the root's emissions stand or fall with it and all before it
 */
public record HopVerdict(
    OptionalInt buyer,
    ParticipantId company,
    DeclarationId declarationId,
    Optional<ProductClaim> product,
    HopOutcome outcome,
    Optional<Reason> reason,
    Optional<String> detail,
    Set<Remark> remarks,
    Coverage share) {
  public HopVerdict {
    requireNonNull(buyer, "buyer");
    requireNonNull(company, "company");
    requireNonNull(declarationId, "declarationId");
    requireNonNull(product, "product");
    requireNonNull(outcome, "outcome");
    requireNonNull(reason, "reason");
    requireNonNull(detail, "detail");
    Set<Remark> copy = EnumSet.noneOf(Remark.class);
    copy.addAll(remarks);
    remarks = Collections.unmodifiableSet(copy);
    requireNonNull(share, "share");
  }
}
