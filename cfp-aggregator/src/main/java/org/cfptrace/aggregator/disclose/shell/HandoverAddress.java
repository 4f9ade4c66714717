package org.cfptrace.aggregator.disclose.shell;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.service.http.Fields;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringTextType;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultMultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodelElementCollection;

/**
 * Where goods are handed over: up to there transport is part of the footprint.
 *
 * @param country ISO 3166-1, two capitals
 */
public record HandoverAddress(
    Optional<String> street, Optional<String> zipcode, String cityTown, String country) {
  static final String ID_SHORT = "GoodsHandoverAddress";
  private static final int LONGEST = 200;

  public HandoverAddress {
    requireNonNull(street, "street");
    requireNonNull(zipcode, "zipcode");
    requireNonNull(cityTown, "cityTown");
    requireNonNull(country, "country");
  }

  static Optional<HandoverAddress> read(Fields fields) {
    Optional<String> street = filled(fields, "street");
    Optional<String> zipcode = filled(fields, "zipcode");
    Optional<String> city = fields.requiredText("cityTown", LONGEST);
    Optional<String> country = fields.requiredValue("country", HandoverAddress::country);
    fields.refuseOthers();
    return city.isPresent() && country.isPresent()
        ? Optional.of(new HandoverAddress(street, zipcode, city.get(), country.get()))
        : Optional.empty();
  }

  private static Optional<String> filled(Fields fields, String name) {
    return fields
        .text(name, LONGEST)
        .filter(text -> fields.holds(name, !text.isBlank(), "BLANK", "expected some text"));
  }

  private static String country(String text) {
    if (!text.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("expected two capitals such as JP");
    }
    return text;
  }

  /** The drop-in of contact information, as the template has it. */
  SubmodelElement element() {
    var address =
        new DefaultSubmodelElementCollection.Builder()
            .idShort(ID_SHORT)
            .semanticId(Elements.global(Semantics.ADDRESS))
            .supplementalSemanticIds(
                List.of(
                    Elements.global(Semantics.DROP_IN),
                    Elements.global(Semantics.ADDRESS_IEC),
                    Elements.global(Semantics.ADDRESS_ECLASS)))
            .build();
    List<SubmodelElement> lines = new ArrayList<>();
    street.ifPresent(it -> lines.add(line("Street", Semantics.STREET, it)));
    zipcode.ifPresent(it -> lines.add(line("Zipcode", Semantics.ZIPCODE, it)));
    lines.add(line("CityTown", Semantics.CITY, cityTown));
    lines.add(line("NationalCode", Semantics.COUNTRY, country));
    address.setValue(lines);
    return address;
  }

  private static SubmodelElement line(String idShort, String semanticId, String text) {
    return new DefaultMultiLanguageProperty.Builder()
        .idShort(idShort)
        .semanticId(Elements.global(semanticId))
        .value(
            new DefaultLangStringTextType.Builder()
                .language(ShellEnvironment.language(text))
                .text(text)
                .build())
        .build();
  }
}
