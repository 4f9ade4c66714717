package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.service.http.Fields;

/**
 * Who places the battery on the market (Article 7(1)(a)).
 *
 * @param name where it is not the company's name in the directory
 * @param operatorId the unique operator identifier
 */
public record Manufacturer(
    Optional<String> name,
    Optional<String> tradeMark,
    Optional<String> address,
    Optional<String> web,
    Optional<String> email,
    Optional<String> operatorId) {
  private static final int SHORT = 200;
  private static final int LONG = 500;

  static final Manufacturer NOT_STATED =
      new Manufacturer(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Manufacturer {
    requireNonNull(name, "name");
    requireNonNull(tradeMark, "tradeMark");
    requireNonNull(address, "address");
    requireNonNull(web, "web");
    requireNonNull(email, "email");
    requireNonNull(operatorId, "operatorId");
  }

  static Manufacturer read(Fields fields) {
    var manufacturer =
        new Manufacturer(
            Texts.filled(fields, "name", SHORT),
            Texts.filled(fields, "tradeMark", SHORT),
            Texts.filled(fields, "address", LONG),
            Texts.filled(fields, "web", SHORT),
            Texts.filled(fields, "email", SHORT),
            Texts.filled(fields, "operatorId", SHORT));
    fields.refuseOthers();
    return manufacturer;
  }
}
