package org.cfptrace.registry.participant.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.registry.participant.NameForm;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Participants in PostgreSQL. */
@ApplicationScoped
class ParticipantTable implements Participants, PanacheRepositoryBase<ParticipantRow, String> {
  @Override
  public void add(Participant participant) {
    persist(new ParticipantRow().fill(participant));
    // The rows that refer to it are written by plain SQL.
    flush();
  }

  @Override
  public Optional<Participant> find(String shortId) {
    return findByIdOptional(shortId).map(ParticipantRow::toParticipant);
  }

  @Override
  public Optional<Participant> findToChange(String shortId) {
    return findByIdOptional(shortId, LockModeType.PESSIMISTIC_WRITE)
        .map(ParticipantRow::toParticipant);
  }

  @Override
  public void change(Participant participant) {
    findById(participant.id().shortId()).fill(participant);
  }

  @Override
  public boolean holds(Optional<CorporateNumber> corporateNumber, Optional<Lei> lei) {
    return corporateNumber.filter(n -> count("corporateNumber", n.digits()) > 0).isPresent()
        || lei.filter(l -> count("lei", l.code()) > 0).isPresent();
  }

  @Override
  public Page<Participant> search(Criteria criteria, PageRequest page) {
    var conditions = new ArrayList<String>(List.of("id > :after"));
    var values = new HashMap<String, Object>();
    values.put("after", page.after().orElse(""));
    criteria
        .corporateNumber()
        .ifPresent(
            number -> {
              conditions.add("corporateNumber = :number");
              values.put("number", number.digits());
            });
    criteria
        .lei()
        .ifPresent(
            lei -> {
              conditions.add("lei = :lei");
              values.put("lei", lei.code());
            });
    criteria
        .name()
        .ifPresent(
            name -> {
              conditions.add("nameForm like :name escape '!'");
              values.put("name", "%" + literal(NameForm.of(name)) + "%");
            });
    List<ParticipantRow> rows =
        find(String.join(" and ", conditions), Sort.by("id"), values)
            .page(0, page.rowsToFetch())
            .list();
    return Page.of(rows, page, row -> row.id).map(ParticipantRow::toParticipant);
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
