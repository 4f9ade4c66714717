package org.cfptrace.registry.participant.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.registry.participant.Application;
import org.cfptrace.registry.participant.Applications;
import org.cfptrace.registry.wiring.http.Paging;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Applications in PostgreSQL. */
@ApplicationScoped
class ApplicationTable implements Applications, PanacheRepositoryBase<ApplicationRow, UUID> {
  @Override
  public void add(Application application) {
    persist(new ApplicationRow().fill(application));
  }

  @Override
  public Optional<Application> find(UUID id) {
    return findByIdOptional(id).map(ApplicationRow::toApplication);
  }

  @Override
  public Optional<Application> findToChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ApplicationRow::toApplication);
  }

  @Override
  public void change(Application application) {
    findById(application.id()).fill(application);
  }

  @Override
  public Page<Application> list(Optional<Application.State> state, PageRequest page) {
    var order = Sort.by("number");
    var after = Paging.afterNumber(page);
    var query =
        state.isPresent()
            ? find(
                "number > :after and state = :state",
                order,
                Map.of("after", after, "state", state.get()))
            : find("number > :after", order, Map.of("after", after));
    List<ApplicationRow> rows = query.page(0, page.rowsToFetch()).list();
    return Page.of(rows, page, row -> row.number.toString()).map(ApplicationRow::toApplication);
  }
}
