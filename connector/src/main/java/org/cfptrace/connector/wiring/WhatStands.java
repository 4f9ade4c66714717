package org.cfptrace.connector.wiring;

import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.connector.trade.AnswerFacts;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestSide;

/** What stands about a product, from what was declared, received, released and withheld. */
record WhatStands(Records records, ProductReleases releases, Threads threads, Outbox outbox)
    implements AnswerFacts {

  @Override
  public List<Period> declared(RequestSide side, ParticipantId partner, TraceId product) {
    return side == RequestSide.ASKER ? heard(partner, product) : said(partner, product);
  }

  private List<Period> heard(ParticipantId partner, TraceId product) {
    return records.words().of(partner, product).isTotalWithheld()
        ? List.of()
        : records.received().standing(partner, product);
  }

  private List<Period> said(ParticipantId partner, TraceId product) {
    boolean isOpen =
        releases
            .find(partner, product)
            .filter(release -> release.inForce().switches().contains(ReleaseSwitch.TOTAL))
            .isPresent();
    return isOpen
        ? records.issued().standing(product, partner).stream()
            .filter(copy -> copy.shown().contains(ClaimName.TOTAL))
            .map(copy -> copy.period().period())
            .toList()
        : List.of();
  }

  @Override
  public Optional<String> threadOfAnswers(
      RequestSide side, ParticipantId partner, TraceId product) {
    return side == RequestSide.ASKER
        ? records.received().threadOf(partner, product)
        : Optional.of(threads.about(partner, Optional.of(product)));
  }

  @Override
  public long lastPlace(ParticipantId partner, String thread) {
    return outbox.lastPlace(partner, thread);
  }
}
