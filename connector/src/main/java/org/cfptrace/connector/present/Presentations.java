package org.cfptrace.connector.present;

import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.rollup.SupplierProduct;

/** What was handed on, and what is to be. */
public interface Presentations {
  /**
   * Holds a supplier's product until the transaction ends, so that what is handed on and what its
   * supplier says of it follow each other.
   */
  void lock(SupplierProduct product);

  /** Gives an order; one that stands already stays as it is. */
  void order(StandingOrder order);

  /** Ends an order; whether there was one. */
  boolean endOrder(SupplierProduct product, ParticipantId recipient);

  /** Who is to hear of a product. */
  List<StandingOrder> ordersOf(SupplierProduct product);

  /** All orders that have to do with a company, as supplier or as recipient. */
  List<StandingOrder> ordersWith(ParticipantId company);

  /** Keeps what was handed on, in the place of what was handed on of it before. */
  void keep(Presentation presentation);

  /** One declaration as one recipient has it. */
  Optional<Presentation> find(DeclarationId id, ParticipantId recipient);

  /** One declaration, by recipient. */
  List<Presentation> of(DeclarationId id);

  /** What stands over there without the proof that we hold of it, product by product. */
  List<DeclarationId> unproven(int most);

  /** Everything of a product that one recipient has. */
  List<Presentation> of(SupplierProduct product, ParticipantId recipient);
}
