package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.rollup.SupplierProduct;

/**
 * Whatever a supplier says of a product goes on to a recipient.
 *
 * @param since the number of the first received declaration it is about; earlier ones go on only
 *     where a person presents them
 * @param givenBy who has ordered it
 */
public record StandingOrder(
    SupplierProduct product, ParticipantId recipient, long since, String givenBy, Instant givenAt) {
  public StandingOrder {
    requireNonNull(product, "product");
    requireNonNull(recipient, "recipient");
    requireNonNull(givenBy, "givenBy");
    requireNonNull(givenAt, "givenAt");
  }
}
