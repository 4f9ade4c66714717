package org.cfptrace.service.crash;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** What production uses: a crash point is a place in the code and nothing more. */
@ApplicationScoped
@DefaultBean
class NoCrashPoints implements CrashPoints {
  @Override
  public void reach(CrashPoint point) {
    // Nothing happens here; a test has a bean of its own.
  }
}
