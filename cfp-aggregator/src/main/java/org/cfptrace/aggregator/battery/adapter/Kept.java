package org.cfptrace.aggregator.battery.adapter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A form in a JSON column. */
final class Kept<T> {
  private final ObjectMapper json;
  private final Class<T> form;

  Kept(ObjectMapper json, Class<T> form) {
    this.json = requireNonNull(json, "json");
    this.form = requireNonNull(form, "form");
  }

  String write(T value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + form.getSimpleName(), e);
    }
  }

  T read(String text) {
    try {
      return json.readValue(text, form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept " + form.getSimpleName() + " cannot be read", e);
    }
  }
}
