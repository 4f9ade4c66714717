package org.cfptrace.aggregator.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.cfptrace.aggregator.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.RegistryRefusedException;
import org.cfptrace.participant.UntrustedException;

/** The registry over HTTP: entries checked against the trust anchor, our own calls signed. */
public final class HttpRegistry implements Registry {
  private final DirectoryClient client;
  private final EnrolledParticipant me;

  public HttpRegistry(DirectoryClient client, EnrolledParticipant me) {
    this.client = requireNonNull(client, "client");
    this.me = requireNonNull(me, "me");
  }

  @Override
  public Optional<DirectoryEntry> find(ParticipantId participant) {
    return asked(() -> client.find(participant));
  }

  @Override
  public void letIn(ParticipantId participant) {
    asked(
        () -> {
          client.accept(me, participant);
          return Boolean.TRUE;
        });
  }

  @Override
  public void shutOut(ParticipantId participant) {
    asked(
        () -> {
          client.withdraw(me, participant);
          return Boolean.TRUE;
        });
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (RegistryRefusedException | UntrustedException | IllegalStateException e) {
      throw new RegistryAwayException("the registry gave no answer we believe", e);
    }
  }
}
