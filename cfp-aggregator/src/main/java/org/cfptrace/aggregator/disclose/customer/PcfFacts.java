package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;

/**
 * All that a product carbon footprint says to a customer, in whatever format. Nothing of it names a
 * part or a supplier.
 */
public record PcfFacts(
    Maker maker,
    Item item,
    Time time,
    Place place,
    Stages stages,
    GwpSet gwp,
    SystemBoundary boundary,
    Method method,
    DataBasis data,
    Carbon carbon,
    Words words) {
  public PcfFacts {
    requireNonNull(maker, "maker");
    requireNonNull(item, "item");
    requireNonNull(time, "time");
    requireNonNull(place, "place");
    requireNonNull(stages, "stages");
    requireNonNull(gwp, "gwp");
    requireNonNull(boundary, "boundary");
    requireNonNull(method, "method");
    requireNonNull(data, "data");
    requireNonNull(carbon, "carbon");
    requireNonNull(words, "words");
  }

  /**
   * Who states it.
   *
   * @param ids URNs
   */
  public record Maker(String name, List<String> ids) {
    public Maker {
      requireNonNull(name, "name");
      ids = List.copyOf(ids);
    }
  }

  /**
   * Of what; every figure is per {@code amount} of the unit.
   *
   * @param ids URNs, the trace id first
   * @param massKilograms of the declared unit, without packaging; 0 for energy and services
   */
  public record Item(
      TraceId traceId,
      String name,
      Optional<String> description,
      List<String> ids,
      List<String> classifications,
      DeclaredUnit unit,
      BigDecimal amount,
      Optional<BigDecimal> massKilograms) {
    public Item {
      requireNonNull(traceId, "traceId");
      requireNonNull(name, "name");
      requireNonNull(description, "description");
      ids = List.copyOf(ids);
      classifications = List.copyOf(classifications);
      requireNonNull(unit, "unit");
      requireNonNull(amount, "amount");
      requireNonNull(massKilograms, "massKilograms");
    }
  }

  /** Days in UTC; an end is the first day that is not in any more. */
  public record Time(
      PcfType type,
      LocalDate referenceStart,
      LocalDate referenceEnd,
      Optional<LocalDate> validStart,
      Optional<LocalDate> validEnd) {
    public Time {
      requireNonNull(type, "type");
      requireNonNull(referenceStart, "referenceStart");
      requireNonNull(referenceEnd, "referenceEnd");
      requireNonNull(validStart, "validStart");
      requireNonNull(validEnd, "validEnd");
    }
  }

  /**
   * Where its last step is made.
   *
   * @param country ISO 3166-1 alpha-2
   * @param subdivision ISO 3166-2
   * @param region a name of UN M49; Catena-X also knows Global and Several
   */
  public record Place(
      Optional<String> country, Optional<String> subdivision, Optional<String> region) {
    static final Place UNSAID = new Place(Optional.empty(), Optional.empty(), Optional.empty());

    public Place {
      requireNonNull(country, "country");
      requireNonNull(subdivision, "subdivision");
      requireNonNull(region, "region");
    }
  }

  /**
   * The figures.
   *
   * @param production up to the gate, the product's own packaging with it
   * @param packaging how much of production is the product's own packaging, where it is booked
   *     apart
   * @param distribution transport from the gate that the maker pays for, in addition
   */
  public record Stages(
      StageFigures production,
      boolean packagingIncluded,
      Optional<StageFigures> packaging,
      Optional<StageFigures> distribution) {
    public Stages {
      requireNonNull(production, "production");
      requireNonNull(packaging, "packaging");
      requireNonNull(distribution, "distribution");
    }
  }

  /** By which rules it was worked out, as the request says. */
  public record Method(
      List<String> standards,
      List<SectorRule> sectorRules,
      Optional<BigDecimal> exemptedPercent,
      Optional<String> exemptedDescription,
      Optional<String> processes,
      Optional<String> allocation,
      Optional<String> wasteIncineration,
      Optional<String> recycledCarbon,
      Optional<Boolean> captureIncluded,
      Optional<MassBalancing> massBalancing) {
    public Method {
      standards = List.copyOf(standards);
      sectorRules = List.copyOf(sectorRules);
      requireNonNull(exemptedPercent, "exemptedPercent");
      requireNonNull(exemptedDescription, "exemptedDescription");
      requireNonNull(processes, "processes");
      requireNonNull(allocation, "allocation");
      requireNonNull(wasteIncineration, "wasteIncineration");
      requireNonNull(recycledCarbon, "recycledCarbon");
      requireNonNull(captureIncluded, "captureIncluded");
      requireNonNull(massBalancing, "massBalancing");
    }
  }

  /**
   * Rules of a sector or a kind of product.
   *
   * @param operator PEF, EPD International or Other
   */
  public record SectorRule(String operator, List<String> names, Optional<String> otherOperator) {
    public SectorRule {
      requireNonNull(operator, "operator");
      names = List.copyOf(names);
      requireNonNull(otherOperator, "otherOperator");
    }
  }

  /** Whether the credit method was used, and under which scheme. */
  public record MassBalancing(
      boolean used, Optional<Boolean> freeAttribution, Optional<String> scheme) {
    public MassBalancing {
      requireNonNull(freeAttribution, "freeAttribution");
      requireNonNull(scheme, "scheme");
    }
  }

  /**
   * On which data it rests.
   *
   * @param primaryDataShare percent
   * @param rating on the scale from 1 to 5, weighted by emissions
   */
  public record DataBasis(
      Optional<BigDecimal> primaryDataShare,
      Optional<Representativeness> rating,
      List<FactorSource> factorSets) {
    public DataBasis {
      requireNonNull(primaryDataShare, "primaryDataShare");
      requireNonNull(rating, "rating");
      factorSets = List.copyOf(factorSets);
    }
  }

  /** Carbon in the product, kg C per declared unit. */
  public record Carbon(
      Optional<BigDecimal> total,
      Optional<BigDecimal> fossil,
      Optional<BigDecimal> biogenic,
      Optional<BigDecimal> recycled,
      Optional<BigDecimal> packagingBiogenic) {
    public Carbon {
      requireNonNull(total, "total");
      requireNonNull(fossil, "fossil");
      requireNonNull(biogenic, "biogenic");
      requireNonNull(recycled, "recycled");
      requireNonNull(packagingBiogenic, "packagingBiogenic");
    }
  }

  /**
   * What is said beside it.
   *
   * @param precedingIds of earlier footprints of the product, newest first
   */
  public record Words(
      Optional<String> comment, Optional<String> legalStatement, List<String> precedingIds) {
    public Words {
      requireNonNull(comment, "comment");
      requireNonNull(legalStatement, "legalStatement");
      precedingIds = List.copyOf(precedingIds);
    }
  }
}
