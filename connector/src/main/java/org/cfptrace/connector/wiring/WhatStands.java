package org.cfptrace.connector.wiring;

import java.util.Optional;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.connector.trade.AnswerFacts;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.trade.RequestSide;

/** What stands about a product, from what was declared, received, released and withheld. */
record WhatStands(Records records, ProductReleases releases, Threads threads, Outbox outbox)
    implements AnswerFacts {

  @Override
  public boolean isAnswered(RequestSide side, ParticipantId partner, TraceId product) {
    if (side == RequestSide.ASKER) {
      return records.received().isAnswered(partner, product)
          && !records.words().of(partner, product).isTotalWithheld();
    }
    boolean isOpen =
        releases
            .find(partner, product)
            .filter(release -> release.inForce().switches().contains(ReleaseSwitch.TOTAL))
            .isPresent();
    return isOpen
        && records.issued().standing(product, partner).stream()
            .anyMatch(copy -> copy.shown().contains(ClaimName.TOTAL));
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
