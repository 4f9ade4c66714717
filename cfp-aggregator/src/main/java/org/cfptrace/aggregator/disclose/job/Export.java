package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.footprint.Period;

/**
 * A job that makes the files of one target for one or many subjects.
 *
 * @param subjects how many
 * @param gathered of how many the facts are there
 * @param rendered of how many the files are there
 * @param progress what came of it so far
 */
public record Export(
    UUID id, Order order, int subjects, int gathered, int rendered, Progress progress) {
  public Export {
    requireNonNull(id, "id");
    requireNonNull(order, "order");
    requireNonNull(progress, "progress");
  }

  /**
   * What was ordered; never changed.
   *
   * @param requestHash of the request, so that the same is not done twice
   * @param supersedes the export this one corrects
   */
  public record Order(
      TargetName target,
      Optional<String> plant,
      Period period,
      Instant asOf,
      String requestHash,
      Optional<UUID> supersedes,
      String by,
      Instant at) {
    public Order {
      requireNonNull(target, "target");
      requireNonNull(plant, "plant");
      requireNonNull(period, "period");
      requireNonNull(asOf, "asOf");
      requireNonNull(requestHash, "requestHash");
      requireNonNull(supersedes, "supersedes");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /**
   * What came of it so far.
   *
   * @param exportId follows from all inputs, once they are known
   * @param software what the export's name was worked out by; no other may make its files
   * @param overridden why a person goes on in spite of what blocks
   * @param trouble why it failed, was revoked, or waits
   * @param endedAt when it became ready, or stopped
   */
  public record Progress(
      ExportState state,
      Optional<String> exportId,
      Optional<Software> software,
      Optional<Stamp.Overridden> overridden,
      Optional<String> trouble,
      Optional<UUID> supersededBy,
      Optional<Instant> endedAt) {
    /** As it begins. */
    public static final Progress QUEUED =
        new Progress(
            ExportState.QUEUED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Progress {
      requireNonNull(state, "state");
      requireNonNull(exportId, "exportId");
      requireNonNull(software, "software");
      requireNonNull(overridden, "overridden");
      requireNonNull(trouble, "trouble");
      requireNonNull(supersededBy, "supersededBy");
      requireNonNull(endedAt, "endedAt");
    }

    /** Going on, in another state. */
    public Progress now(ExportState next) {
      return new Progress(
          next, exportId, software, overridden, trouble, supersededBy, Optional.empty());
    }

    /** In another state, which it stays in unless somebody does something. */
    public Progress endedAs(ExportState next, Optional<String> why, Instant at) {
      return new Progress(next, exportId, software, overridden, why, supersededBy, Optional.of(at));
    }

    /** With its inputs known. */
    public Progress as(String id, Software by) {
      return new Progress(
          state, Optional.of(id), Optional.of(by), overridden, trouble, supersededBy, endedAt);
    }

    /** Going on in spite of what blocks. */
    public Progress overridden(Stamp.Overridden why) {
      return new Progress(
          state, exportId, software, Optional.of(why), trouble, supersededBy, endedAt);
    }

    /** Corrected by another. */
    public Progress supersededBy(UUID other) {
      return new Progress(
          ExportState.SUPERSEDED,
          exportId,
          software,
          overridden,
          trouble,
          Optional.of(other),
          endedAt);
    }

    /** Standing again: what corrected it was withdrawn. */
    public Progress standingAgain(ExportState as) {
      return new Progress(as, exportId, software, overridden, trouble, Optional.empty(), endedAt);
    }

    /** What is in the way at the moment; empty where nothing is any more. */
    public Progress troubled(Optional<String> why) {
      return new Progress(state, exportId, software, overridden, why, supersededBy, endedAt);
    }
  }

  public ExportState state() {
    return progress.state();
  }

  public TargetName target() {
    return order.target();
  }

  /** The same job, further on. */
  public Export at(Progress next) {
    return new Export(id, order, subjects, gathered, rendered, next);
  }
}
