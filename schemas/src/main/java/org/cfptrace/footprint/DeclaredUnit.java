package org.cfptrace.footprint;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The unit a footprint is stated per one of, with its three spellings in one table: ours, that of
 * Catena-X and PACT, and that of Ouranos (which has no hour and no megabit second).
 */
public enum DeclaredUnit {
  LITER("liter", "liter", "liter", Dimension.VOLUME, "1"),
  KILOGRAM("kilogram", "kilogram", "kilogram", Dimension.MASS, "1"),
  CUBIC_METER("cubic-meter", "cubic meter", "cubic-meter", Dimension.VOLUME, "1000"),
  KILOWATT_HOUR("kilowatt-hour", "kilowatt hour", "kilowatt-hour", Dimension.ENERGY, "3.6"),
  MEGAJOULE("megajoule", "megajoule", "megajoule", Dimension.ENERGY, "1"),
  TON_KILOMETER("ton-kilometer", "ton kilometer", "ton-kilometer", Dimension.TRANSPORT_WORK, "1"),
  SQUARE_METER("square-meter", "square meter", "square-meter", Dimension.AREA, "1"),
  PIECE("piece", "piece", "unit", Dimension.COUNT, "1"),
  HOUR("hour", "hour", null, Dimension.TIME, "1"),
  MEGABIT_SECOND("megabit-second", "megabit second", null, Dimension.DATA_RATE_TIME, "1");

  private static final String OURANOS_EMISSION_PREFIX = "kgCO2e/";

  private final String text;
  private final String catenaX;
  private final @Nullable String ouranos;
  private final Dimension dimension;
  private final BigDecimal inBaseUnit;

  DeclaredUnit(
      String text,
      String catenaX,
      @Nullable String ouranos,
      Dimension dimension,
      String inBaseUnit) {
    this.text = text;
    this.catenaX = catenaX;
    this.ouranos = ouranos;
    this.dimension = dimension;
    this.inBaseUnit = new BigDecimal(inBaseUnit);
  }

  /** Reads our own spelling, as it stands in declarations and messages; nothing else passes. */
  public static DeclaredUnit of(String text) {
    return Arrays.stream(values())
        .filter(unit -> unit.text.equals(text))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  /**
   * Reads what a person or a file may write: any of the three spellings, in any case, with blank,
   * hyphen or underscore.
   */
  public static DeclaredUnit ofAnySpelling(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return Arrays.stream(values())
        .filter(unit -> unit.text.equals(plain) || plain.equals(unit.ouranos))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  /** Our own spelling. */
  public String text() {
    return text;
  }

  /** The spelling of the Catena-X and PACT data models. */
  public String catenaX() {
    return catenaX;
  }

  /** The spelling of Ouranos' {@code amountRequiredUnit}, if it knows this unit. */
  public Optional<String> ouranos() {
    return Optional.ofNullable(ouranos);
  }

  /** The spelling of Ouranos' {@code ghgDeclaredUnit}, such as {@code kgCO2e/unit}. */
  public Optional<String> ouranosEmission() {
    return ouranos().map(unit -> OURANOS_EMISSION_PREFIX + unit);
  }

  public Dimension dimension() {
    return dimension;
  }

  /** How many of the smallest unit of this dimension one of these is: exact. */
  BigDecimal inBaseUnit() {
    return inBaseUnit;
  }

  private static IllegalArgumentException unknown(String text) {
    String known =
        Arrays.stream(values()).map(DeclaredUnit::text).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "unknown unit \""
            + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
            + "\", known are "
            + known);
  }

  @Override
  public String toString() {
    return text;
  }
}
