package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.Targets;

/** How the options of each target are read. */
@ApplicationScoped
class OptionForms {
  private final Targets targets;

  OptionForms(Targets targets) {
    this.targets = targets;
  }

  OptionsForm of(TargetName target) {
    return fields -> targets.of(target).options(fields);
  }
}
