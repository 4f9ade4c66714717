package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.service.http.Fields;

/**
 * What Ouranos knows of a part beside its footprint.
 *
 * @param traceId the bare UUID Ouranos gave the part, where it is not the product's own
 * @param cfpId of the records that are to be replaced; none creates them
 * @param partsName 部品項目, 1 to 50 characters; the product's name where it is not said
 * @param supportPartsName 補助項目, at most 50 characters
 * @param openPlantId 事業所識別子, 6 to 26 characters of which the last six are digits
 */
public record OuranosOptions(
    Optional<String> traceId,
    Optional<String> cfpId,
    Optional<String> partsName,
    Optional<String> supportPartsName,
    Optional<String> plantName,
    Optional<String> openPlantId) {
  public OuranosOptions {
    requireNonNull(traceId, "traceId");
    requireNonNull(cfpId, "cfpId");
    requireNonNull(partsName, "partsName");
    requireNonNull(supportPartsName, "supportPartsName");
    requireNonNull(plantName, "plantName");
    requireNonNull(openPlantId, "openPlantId");
  }

  static OuranosOptions read(Fields fields) {
    return new OuranosOptions(
        fields.value("traceId", OuranosOptions::uuid),
        fields.value("cfpId", OuranosOptions::uuid),
        fields.text("partsName", OuranosFacts.LONGEST_PARTS_NAME).filter(it -> !it.isBlank()),
        fields.text("supportPartsName", OuranosFacts.LONGEST_PARTS_NAME),
        fields.text("plantName", OuranosFacts.LONGEST_PLANT_NAME),
        fields.value(
            "openPlantId", text -> Ids.matching(text, "[\\S]{0,20}[0-9]{6}", "1234567890000001")));
  }

  private static String uuid(String text) {
    String bare = Ids.lowerCase(text);
    if (Ids.isUuid(bare)) {
      return bare;
    }
    throw new IllegalArgumentException("expected a bare UUID, seen " + text);
  }
}
