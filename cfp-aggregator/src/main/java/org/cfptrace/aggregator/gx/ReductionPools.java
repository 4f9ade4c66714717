package org.cfptrace.aggregator.gx;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The pools of the company at work; they are added and never changed. */
public interface ReductionPools {
  /** Until the transaction ends, nobody else of this company opens a pool. */
  void holdOpening();

  /** Those of which some day is in that period, without those that were withdrawn. */
  List<ReductionPool> overlapping(Period period);

  void add(ReductionPool pool);

  Optional<ReductionPool> find(PoolId id);

  /** The same, and until the transaction ends nobody else enters anything in its ledger. */
  Optional<ReductionPool> hold(PoolId id);

  /** By id. */
  Page<ReductionPool> list(PageRequest page);
}
