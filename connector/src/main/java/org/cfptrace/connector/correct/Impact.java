package org.cfptrace.connector.correct;

import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * What rests on a declaration, or rested on it before it was recalled: the products of this company
 * and, of each, the declarations that customers hold.
 */
public record Impact(List<TouchedProduct> products) {
  public Impact {
    products = List.copyOf(products);
  }

  /** A product of ours whose footprint rests on it. */
  public record TouchedProduct(TraceId product, String name, List<HeldCopy> copies) {
    public TouchedProduct {
      copies = List.copyOf(copies);
    }
  }

  /**
   * A declaration of ours, and who holds it.
   *
   * @param state ACTIVE, or RECALLED where it was withdrawn with the declaration in question
   */
  public record HeldCopy(
      DeclarationId id,
      ParticipantId holder,
      Standing.State state,
      Optional<DeliveryState> delivery) {}
}
