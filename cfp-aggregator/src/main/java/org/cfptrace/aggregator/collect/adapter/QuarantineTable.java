package org.cfptrace.aggregator.collect.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.collect.Quarantine;
import org.cfptrace.aggregator.collect.Why;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.verify.Origin;

/** The quarantine in PostgreSQL. */
@ApplicationScoped
@Transactional
class QuarantineTable implements Quarantine, PanacheRepositoryBase<QuarantineRow, UUID> {
  @Override
  public boolean put(Item item, Instant dueAt) {
    if (count("digest = ?1 and state <> ?2", item.arrival().digest(), State.RESOLVED) > 0) {
      return false;
    }
    QuarantineRow row = new QuarantineRow();
    row.take(item, dueAt);
    persist(row);
    return true;
  }

  @Override
  public void keep(UUID id, State state, Why why, Optional<Origin> origin, Instant dueAt) {
    QuarantineRow row = findById(id);
    row.state = state;
    row.take(why);
    row.take(origin);
    row.dueAt = dueAt;
    row.attempts++;
  }

  @Override
  public void resolve(UUID id, Instant at) {
    QuarantineRow row = findById(id);
    row.state = State.RESOLVED;
    row.resolvedAt = at;
  }

  @Override
  public Optional<Item> find(UUID id) {
    return find("id = ?1 and state <> ?2", id, State.RESOLVED)
        .firstResultOptional()
        .map(QuarantineRow::item);
  }

  @Override
  public Optional<Item> inTurn(Origin before) {
    return find(
            "sender = ?1 and thread = ?2 and seq = ?3 and state = ?4",
            before.issuer().did(),
            before.thread(),
            before.seq() + 1,
            State.AHEAD)
        .firstResultOptional()
        .map(QuarantineRow::item);
  }

  @Override
  public boolean hasAhead(Origin origin) {
    return count(
            "sender = ?1 and thread = ?2 and state = ?3",
            origin.issuer().did(),
            origin.thread(),
            State.AHEAD)
        > 0;
  }

  @Override
  public List<Item> due(Instant now, int most) {
    return find("state in (?1, ?2) and dueAt <= ?3 order by dueAt", State.HELD, State.AHEAD, now)
        .page(0, most)
        .list()
        .stream()
        .map(QuarantineRow::item)
        .toList();
  }

  @Override
  public Page<Item> list(PageRequest page) {
    List<QuarantineRow> rows =
        find(
                "state <> ?1 and id > ?2 order by id",
                State.RESOLVED,
                page.after().map(Cursors::uuid).orElse(Cursors.FIRST))
            .page(0, page.rowsToFetch())
            .list();
    return Page.of(rows, page, row -> row.id.toString()).map(QuarantineRow::item);
  }

  @Override
  public long open() {
    return count("state <> ?1", State.RESOLVED);
  }
}
