package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Carbon;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.MassBalancing;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Place;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.SectorRule;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Words;
import org.cfptrace.service.http.Fields;

/** Reads {@link PcfOptions}: of each format only the fields that its files have a place for. */
final class PcfOptionsReader {
  private static final int MOST_IDS = 20;
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_COMMENT = 2000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> STANDARDS_OF_CATENA_X_10 =
      List.of(
          "ISO 14067",
          "Pathfinder v1",
          "PACT-1.0",
          "Pathfinder v2",
          "PACT-2.0",
          "Pathfinder v3",
          "PACT-3.0",
          "GHG Protocol Product",
          "PAS 2050",
          "ISO 14040-44",
          "PEF",
          "Other");
  private static final List<String> INCINERATION =
      List.of("cut-off", "reverse cut-off", "system expansion", "polluter pays principle");
  private static final List<String> RECYCLED_CARBON =
      List.of("upstream system expansion", "cut-off");

  private final Fields fields;
  private final PcfFormat format;

  PcfOptionsReader(Fields fields, PcfFormat format) {
    this.fields = fields;
    this.format = format;
  }

  PcfOptions read() {
    var validFrom = fields.date("validFrom");
    var validUntil = fields.date("validUntil");
    validFrom.ifPresent(
        from ->
            fields.holds(
                "validUntil",
                validUntil.isEmpty() || !validUntil.get().isBefore(from),
                "ENDS_BEFORE_IT_BEGINS",
                "expected a day that is not before " + from));
    return new PcfOptions(
        fields.value("bpnl", text -> Ids.bpnl(text)),
        ids("companyIds"),
        fields.value("domain", text -> Ids.domain(text)),
        ids("productIds"),
        fields.text("customerPartId", 100).filter(text -> !text.isBlank()),
        fields.text("productDescription", LONGEST_TEXT),
        ids("productClassifications"),
        validFrom,
        validUntil,
        format.isCatenaX()
            ? fields.value("retroOrProspectivePcfType", PcfType::of).orElse(PcfType.RETROSPECTIVE)
            : PcfType.RETROSPECTIVE,
        place(),
        fields.flag("packagingIncluded"),
        method(),
        carbon(),
        words());
  }

  private Place place() {
    return new Place(
        fields.value("geographyCountry", text -> Ids.matching(text, "[A-Z]{2}", "JP")),
        fields.value(
            "geographyCountrySubdivision",
            text -> Ids.matching(text, "[A-Z]{2}-[A-Z0-9]{1,3}", "JP-23")),
        fields.value("geographyRegionOrSubregion", this::region));
  }

  private String region(String name) {
    if (Region.isName(name) || (format.isCatenaX() && Region.OF_CATENA_X.contains(name))) {
      return name;
    }
    throw new IllegalArgumentException(
        "expected a region or sub-region of UN M49 such as \"Eastern Asia\", seen " + name);
  }

  private Method method() {
    return new Method(
        standards(),
        format.isCatenaX() ? namedRules() : rules(),
        percent("exemptedEmissionsPercent"),
        fields.text("exemptedEmissionsDescription", LONGEST_TEXT),
        fields.text("boundaryProcessesDescription", LONGEST_TEXT),
        fields.text("allocationRulesDescription", LONGEST_TEXT),
        format.isCatenaX() ? oneOf("allocationWasteIncineration", INCINERATION) : Optional.empty(),
        format.isCatenaX() ? oneOf("allocationRecycledCarbon", RECYCLED_CARBON) : Optional.empty(),
        fields.flag("ccsTechnologicalCO2CaptureIncluded"),
        format.isCatenaX() ? massBalancing() : Optional.empty());
  }

  private List<String> standards() {
    List<String> standards = fields.texts("crossSectoralStandards", 10, 100);
    noneTwice("crossSectoralStandards", standards);
    if (format == PcfFormat.CATENA_X_10) {
      fields.holds(
          "crossSectoralStandards",
          standards.size() <= 1 && STANDARDS_OF_CATENA_X_10.containsAll(standards),
          "INVALID",
          "expected one of " + STANDARDS_OF_CATENA_X_10 + ", seen " + standards);
    }
    return standards;
  }

  /** Catena-X takes the names of rules. */
  private List<SectorRule> namedRules() {
    List<String> names = fields.texts("productOrSectorSpecificRules", MOST_IDS, LONGEST_ID);
    noneTwice("productOrSectorSpecificRules", names);
    return names.isEmpty()
        ? List.of()
        : List.of(new SectorRule("Other", names, Optional.of("Catena-X")));
  }

  /** PACT takes the names of rules by who made them. */
  private List<SectorRule> rules() {
    return fields.objects("productOrSectorSpecificRules", MOST_IDS).stream()
        .map(PcfOptionsReader::rule)
        .toList();
  }

  private static SectorRule rule(Fields rule) {
    var operator =
        rule.requiredValue(
            "operator", text -> Ids.among(text, List.of("PEF", "EPD International", "Other")));
    var names = rule.texts("ruleNames", MOST_IDS, LONGEST_ID);
    rule.holds("ruleNames", !names.isEmpty(), "REQUIRED", "expected at least one name");
    var other = rule.text("otherOperatorName", LONGEST_ID).filter(text -> !text.isBlank());
    rule.holds(
        "otherOperatorName",
        other.isPresent() == operator.filter("Other"::equals).isPresent(),
        "REQUIRED",
        "expected with the operator Other, and with it alone");
    rule.refuseOthers();
    return new SectorRule(operator.orElse("Other"), names, other);
  }

  private Optional<MassBalancing> massBalancing() {
    var used = fields.flag("massBalancingUsed");
    var free = fields.flag("freeAttributionInMassBalancing");
    var scheme = fields.text("massBalancingCertificateScheme", 200).filter(it -> !it.isBlank());
    fields.holds(
        "massBalancingUsed",
        used.isPresent() || (free.isEmpty() && scheme.isEmpty()),
        "REQUIRED",
        "expected where attribution or scheme are stated");
    return used.map(it -> new MassBalancing(it, free, scheme));
  }

  private Carbon carbon() {
    return new Carbon(
        format.isCatenaX() ? notNegative("carbonContentTotal") : Optional.empty(),
        notNegative("fossilCarbonContent"),
        notNegative("biogenicCarbonContent"),
        notNegative("recycledCarbonContent"),
        notNegative("packagingBiogenicCarbonContent"));
  }

  private Words words() {
    List<String> preceding =
        fields.texts("precedingPfIds", 100, 36).stream().map(Ids::lowerCase).toList();
    for (int i = 0; i < preceding.size(); i++) {
      fields.holds(
          "precedingPfIds[" + i + "]",
          Ids.isUuid(preceding.get(i)),
          "INVALID",
          "expected a UUID, seen " + preceding.get(i));
    }
    noneTwice("precedingPfIds", preceding);
    return new Words(
        fields.text("comment", LONGEST_COMMENT),
        format.isCatenaX() ? fields.text("pcfLegalStatement", LONGEST_COMMENT) : Optional.empty(),
        preceding);
  }

  private List<String> ids(String name) {
    List<String> ids = fields.texts(name, MOST_IDS, LONGEST_ID);
    for (int i = 0; i < ids.size(); i++) {
      boolean fits = format.isCatenaX() ? Ids.isUri(ids.get(i)) : Ids.isUrn(ids.get(i));
      fields.holds(
          name + "[" + i + "]",
          fits,
          "INVALID",
          "expected a " + (format.isCatenaX() ? "URI" : "URN") + ", seen " + ids.get(i));
    }
    noneTwice(name, ids);
    return ids;
  }

  private Optional<BigDecimal> percent(String name) {
    return fields
        .decimal(name)
        .filter(
            value ->
                fields.holds(
                    name,
                    value.signum() >= 0 && value.compareTo(HUNDRED) <= 0,
                    "INVALID",
                    "expected 0 to 100 percent, seen " + value.toPlainString()));
  }

  private Optional<BigDecimal> notNegative(String name) {
    return fields
        .decimal(name)
        .filter(
            value ->
                fields.holds(
                    name,
                    value.signum() >= 0,
                    "INVALID",
                    "expected kilograms of carbon that are not negative, seen "
                        + value.toPlainString()));
  }

  private Optional<String> oneOf(String name, List<String> known) {
    return fields.value(name, text -> Ids.among(text, known));
  }

  private void noneTwice(String name, List<String> texts) {
    fields.holds(
        name,
        texts.stream().distinct().count() == texts.size(),
        "DUPLICATE",
        "expected each only once");
  }
}
