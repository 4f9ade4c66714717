package org.cfptrace.aggregator.disclose.adapter;

import org.cfptrace.service.http.Fields;

/** Reads the options of one kind of files; what is wrong with them is noted in the fields. */
@FunctionalInterface
interface OptionsForm {
  /**
   * Reads options.
   *
   * @return a record of the type the target names; of no use where a fault was noted
   */
  Object read(Fields fields);
}
