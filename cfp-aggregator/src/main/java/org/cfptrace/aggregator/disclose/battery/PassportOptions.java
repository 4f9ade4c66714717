package org.cfptrace.aggregator.disclose.battery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.disclose.HttpsLink;
import org.cfptrace.service.http.Fields;

/**
 * What a battery passport says that its model does not know.
 *
 * @param study where the public version of the study is; the data model demands it
 */
public record PassportOptions(String study) {
  public PassportOptions {
    requireNonNull(study, "study");
  }

  static PassportOptions read(Fields fields) {
    Optional<String> study = fields.requiredValue("study", HttpsLink::of);
    fields.refuseOthers();
    // What could not be read is noted as a fault, and nothing is made of it.
    return new PassportOptions(study.orElse(""));
  }
}
