package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cfptrace.aggregator.tenant.ReplacedSources.Kind;
import org.cfptrace.footprint.TraceId;

/**
 * Something a company has written here that an export rests on, as evidence tells it in a line.
 *
 * @param version of the structure, or of the installation's year; 0 where there are no versions
 */
public record SourceVersion(Kind kind, String key, long version) {
  private static final Pattern STRUCTURE = Pattern.compile("(urn:uuid:\\S+) version ([0-9]+)");
  private static final Pattern INSTALLATION =
      Pattern.compile("installation (\\S+ [0-9]{4}) version ([0-9]+) .*");
  private static final Pattern BATTERY = Pattern.compile("battery model of (urn:uuid:\\S+)");
  private static final Pattern VEHICLE = Pattern.compile("vehicle model of (urn:uuid:\\S+)");

  public SourceVersion {
    requireNonNull(kind, "kind");
    requireNonNull(key, "key");
  }

  /** The line of a structure. */
  static String structure(TraceId product, long version) {
    return product + " version " + version;
  }

  /** The line of a battery model. */
  static String battery(TraceId product) {
    return "battery model of " + product;
  }

  /** The line of a vehicle model. */
  public static String vehicle(TraceId product) {
    return "vehicle model of " + product;
  }

  /** What lines of evidence tell; of other lines, such as those of hashes, nothing. */
  public static List<SourceVersion> of(Evidence evidence) {
    return evidence.structureVersions().stream()
        .map(SourceVersion::read)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<SourceVersion> read(String line) {
    return read(Kind.STRUCTURE, STRUCTURE, line)
        .or(() -> read(Kind.INSTALLATION_YEAR, INSTALLATION, line))
        .or(() -> read(Kind.BATTERY_MODEL, BATTERY, line))
        .or(() -> read(Kind.VEHICLE_MODEL, VEHICLE, line));
  }

  private static Optional<SourceVersion> read(Kind kind, Pattern form, String line) {
    Matcher read = form.matcher(line);
    if (!read.matches()) {
      return Optional.empty();
    }
    long version = read.groupCount() > 1 ? Long.parseLong(read.group(2)) : 0;
    return Optional.of(new SourceVersion(kind, read.group(1), version));
  }
}
