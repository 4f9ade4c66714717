package org.cfptrace.registry.wiring;

import jakarta.enterprise.context.ApplicationScoped;

/** The hourly clearing, run when a test says so. */
@ApplicationScoped
public class HourlyJob {
  private final Jobs jobs;

  HourlyJob(Jobs jobs) {
    this.jobs = jobs;
  }

  public void run() {
    jobs.forgetOld();
  }
}
