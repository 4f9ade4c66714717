package org.cfptrace.aggregator.partner.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.partner.Partner;
import org.cfptrace.aggregator.partner.Partners;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Partners in PostgreSQL. */
@ApplicationScoped
@Transactional
class PartnerTable implements Partners, PanacheRepositoryBase<PartnerRow, String> {
  @Override
  public Optional<Partner> find(ParticipantId id) {
    return findByIdOptional(id.did()).map(PartnerRow::partner);
  }

  @Override
  public Optional<Partner> findForChange(ParticipantId id) {
    return findByIdOptional(id.did(), LockModeType.PESSIMISTIC_WRITE).map(PartnerRow::partner);
  }

  @Override
  public void save(Partner partner) {
    PartnerRow row = findByIdOptional(partner.id().did()).orElseGet(PartnerRow::new);
    row.take(partner);
    persist(row);
  }

  @Override
  public Page<Partner> list(PageRequest page) {
    List<PartnerRow> rows =
        find("participant > ?1 order by participant", page.after().orElse(""))
            .page(0, page.rowsToFetch())
            .list();
    return Page.of(rows, page, row -> row.participant).map(PartnerRow::partner);
  }
}
