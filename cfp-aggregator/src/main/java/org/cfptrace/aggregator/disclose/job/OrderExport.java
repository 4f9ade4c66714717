package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Ordered;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Orders exports; the same order twice is one job. */
public final class OrderExport {
  private final Exports exports;
  private final ExportSubjects subjects;
  private final Clock clock;

  public OrderExport(Exports exports, ExportSubjects subjects, Clock clock) {
    this.exports = requireNonNull(exports, "exports");
    this.subjects = requireNonNull(subjects, "subjects");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * What a person wants.
   *
   * @param asOf as it was known then; as it is known now where nothing is said
   * @param subjects in the order of their files
   * @param json the request as it was sent, for a correction later
   */
  public record Wish(
      TargetName target,
      Optional<String> plant,
      Period period,
      Optional<Instant> asOf,
      List<Ordered> subjects,
      String json) {
    public Wish {
      requireNonNull(target, "target");
      requireNonNull(plant, "plant");
      requireNonNull(period, "period");
      requireNonNull(asOf, "asOf");
      subjects = List.copyOf(subjects);
      requireNonNull(json, "json");
    }

    /** The same, as it is known now. */
    public Wish asItIsNow() {
      return new Wish(target, plant, period, Optional.empty(), subjects, json);
    }
  }

  /** A job, and whether it is a new one. */
  public record Placed(Export export, boolean isNew) {}

  /** Orders an export, in the transaction under way. */
  public Placed order(Tenant tenant, Wish wish, String by) {
    return place(tenant, wish, Optional.empty(), by);
  }

  /**
   * Orders the correction of an export: the same, as it is known now; one at a time.
   *
   * @throws Refused NOT_FOUND; NOT_ALLOWED_NOW where it does not stand
   */
  public Placed correct(Tenant tenant, UUID corrected, Wish again, String by) {
    Export export =
        exports.locked(tenant, corrected).orElseThrow(() -> Refused.notFound("export", corrected));
    if (!export.state().stands()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "only an export that is READY or SIGNED is corrected, this one is " + export.state());
    }
    return exports
        .correctionOf(tenant, corrected)
        .map(there -> new Placed(there, false))
        .orElseGet(() -> place(tenant, again, Optional.of(corrected), by));
  }

  private Placed place(Tenant tenant, Wish wish, Optional<UUID> supersedes, String by) {
    // As exact as it is kept and shown: whoever orders with the moment that is shown orders the
    // same.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant asOf = wish.asOf().orElse(now);
    if (asOf.isAfter(now)) {
      throw new Refused(ProblemCode.INVALID_FIELDS, "asOf is in the future: " + asOf);
    }
    String hash = hash(wish, asOf, supersedes);
    return exports
        .ofRequest(tenant, hash)
        .map(there -> new Placed(there, false))
        .orElseGet(
            () -> {
              Export export =
                  new Export(
                      UUID.randomUUID(),
                      new Export.Order(
                          wish.target(),
                          wish.plant(),
                          wish.period(),
                          asOf,
                          hash,
                          supersedes,
                          by,
                          now),
                      wish.subjects().size(),
                      0,
                      0,
                      Export.Progress.QUEUED);
              exports.add(tenant, export, wish.json());
              subjects.add(tenant, export.id(), wish.subjects());
              return new Placed(export, true);
            });
  }

  private static String hash(Wish wish, Instant asOf, Optional<UUID> supersedes) {
    List<Object> parts = new ArrayList<>();
    parts.add(wish.target());
    parts.add(wish.plant().orElse(""));
    parts.add(wish.period().from().toString());
    parts.add(wish.period().to().toString());
    parts.add(asOf.toString());
    parts.add(supersedes.map(UUID::toString).orElse(""));
    wish.subjects().forEach(each -> parts.add(List.of(each.subject(), each.options())));
    return Manifest.digest(FactsJson.write(parts));
  }
}
