package org.cfptrace.aggregator.disclose.adapter;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.cfptrace.aggregator.disclose.TargetName;

/** How the options of each target are read. */
@ApplicationScoped
class OptionForms {
  private final Map<TargetName, OptionsForm> forms = new EnumMap<>(TargetName.class);

  OptionsForm of(TargetName target) {
    return requireNonNull(forms.get(target), () -> "no form of the options of " + target);
  }
}
