package org.cfptrace.registry.participant;

import java.util.Optional;
import java.util.UUID;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The applications on file. */
public interface Applications {
  void add(Application application);

  Optional<Application> find(UUID id);

  /** Finds one and keeps others from changing it until the transaction ends. */
  Optional<Application> findToChange(UUID id);

  void change(Application application);

  /** In order of arrival. */
  Page<Application> list(Optional<Application.State> state, PageRequest page);
}
