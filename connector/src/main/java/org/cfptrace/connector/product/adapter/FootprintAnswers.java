package org.cfptrace.connector.product.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.form.FootprintForm;

/** Writes the answer about a footprint as its door gives it, to be kept as what was known then. */
@ApplicationScoped
public class FootprintAnswers {
  private final ObjectMapper json;

  FootprintAnswers(ObjectMapper json) {
    this.json = json;
  }

  /** The whole answer, a JSON object. */
  public String written(Footprint footprint) {
    try {
      return json.writeValueAsString(FootprintForm.of(footprint));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a footprint", e);
    }
  }

  /** Reads what was written. */
  ObjectNode read(String written) {
    try {
      return (ObjectNode) json.readTree(written);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept cannot be read", e);
    }
  }
}
