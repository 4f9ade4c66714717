package org.cfptrace.aggregator.battery.adapter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.cfptrace.aggregator.battery.FunctionalUnitRules;

/** The rules that come with the program, as data: {@code battery/functional-unit-rules.json}. */
public final class BuiltInRules {
  private static final String FILE = "/battery/functional-unit-rules.json";

  private BuiltInRules() {}

  public static List<FunctionalUnitRules> all() {
    try (InputStream file =
        Objects.requireNonNull(BuiltInRules.class.getResourceAsStream(FILE), FILE)) {
      return JsonMapper.builder()
          .build()
          .readValue(file, new TypeReference<List<RulesForm>>() {})
          .stream()
          .map(RulesForm::rules)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
