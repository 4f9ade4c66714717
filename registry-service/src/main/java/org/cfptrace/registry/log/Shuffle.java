package org.cfptrace.registry.log;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;

/** In which order a batch is entered. */
@FunctionalInterface
public interface Shuffle {
  void shuffle(List<?> batch);

  /**
   * At random: neighbours in the log are not what one company handed in together, so that the order
   * tells nothing of who trades with whom.
   */
  static Shuffle atRandom() {
    SecureRandom random = new SecureRandom();
    return batch -> Collections.shuffle(batch, random);
  }
}
