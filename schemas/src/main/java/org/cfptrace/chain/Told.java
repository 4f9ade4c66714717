package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * What a declaration that holds is about, and which statement stands behind it.
 *
 * @param statement its own id where it is the statement
 * @param corrected the earlier statement that this one corrects, as far as it says so
 */
public record Told(
    DeclarationId declaration,
    ParticipantId company,
    TraceId product,
    Period period,
    DeclarationId statement,
    Optional<DeclarationId> corrected) {
  public Told {
    requireNonNull(declaration, "declaration");
    requireNonNull(company, "company");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(statement, "statement");
    requireNonNull(corrected, "corrected");
  }
}
