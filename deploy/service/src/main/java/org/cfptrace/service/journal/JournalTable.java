package org.cfptrace.service.journal;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.hibernate.Session;

/** The journal in PostgreSQL: rows are added, never changed. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
class JournalTable implements Journal {
  private final Session session;
  private final Clock clock;
  private final Caller caller;

  JournalTable(Session session, Clock clock, Caller caller) {
    this.session = session;
    this.clock = clock;
    this.caller = caller;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void note(String action, String subject) {
    session
        .createNativeMutationQuery(
            "INSERT INTO journal (at, who, action, subject) VALUES (:at, :who, :action, :subject)")
        .setParameter("at", clock.instant())
        .setParameter("who", caller.name())
        .setParameter("action", action)
        .setParameter("subject", subject)
        .executeUpdate();
  }

  @Override
  @Transactional
  public Page<JournalEntry> newestFirst(PageRequest page) {
    List<Object[]> rows =
        session
            .createNativeQuery(
                "SELECT number, at, who, action, subject FROM journal WHERE number < :before"
                    + " ORDER BY number DESC LIMIT :most",
                Object[].class)
            .setParameter("before", page.beforeNumber())
            .setParameter("most", page.rowsToFetch())
            .getResultList();
    return Page.of(
        rows.stream().map(JournalTable::entry).toList(),
        page,
        entry -> Long.toString(entry.number()));
  }

  private static JournalEntry entry(Object[] row) {
    return new JournalEntry(
        ((Number) row[0]).longValue(),
        (Instant) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4]);
  }
}
