package org.cfptrace.aggregator.gx;

import java.util.List;
import java.util.Optional;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The entries of the company at work; they are added and never changed. */
public interface LedgerEntries {
  /** All of a pool, in their order. */
  List<Entry> of(PoolId pool);

  /** Some of a pool, in their order. */
  Page<Entry> of(PoolId pool, PageRequest page);

  /**
   * Adds one.
   *
   * @return whether it was added: not so if its certificate was issued in another pool meanwhile
   */
  boolean add(PoolId pool, Entry entry);

  /** Which pool a certificate was issued from. */
  Optional<PoolId> poolOf(CertificateId certificate);

  /** Until the transaction ends, nobody else of this company allocates anything to that lot. */
  void hold(ProductLot lot);

  /** A standing certificate of that lot that was issued from another pool. */
  Optional<CertificateId> standingElsewhere(PoolId pool, ProductLot lot);
}
