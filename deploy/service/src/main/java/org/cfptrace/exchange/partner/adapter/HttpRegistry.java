package org.cfptrace.exchange.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.RegistryRefusedException;
import org.cfptrace.participant.UntrustedException;

/** The registry over HTTP; what it answers is believed only with its directory's signature. */
public final class HttpRegistry implements Registry {
  private final DirectoryClient client;
  private final EnrolledParticipant me;

  public HttpRegistry(DirectoryClient client, EnrolledParticipant me) {
    this.client = requireNonNull(client, "client");
    this.me = requireNonNull(me, "me");
  }

  @Override
  public Optional<DirectoryEntry> find(ParticipantId participant) {
    try {
      return client.find(participant);
    } catch (RegistryRefusedException | UntrustedException | IllegalStateException e) {
      throw new RegistryAway("the registry does not say who " + participant + " is", e);
    }
  }

  @Override
  public List<DirectoryEntry> search(DirectoryClient.Wanted wanted, int most) {
    try {
      return client.search(wanted, most);
    } catch (RegistryRefusedException | UntrustedException | IllegalStateException e) {
      throw new RegistryAway("the registry does not say who fits", e);
    }
  }

  @Override
  public void letIn(ParticipantId participant) {
    tell(() -> client.accept(me, participant));
  }

  @Override
  public void shutOut(ParticipantId participant) {
    tell(() -> client.withdraw(me, participant));
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RegistryRefusedException | IllegalStateException e) {
      throw new RegistryAway("the registry does not take our word about a partner", e);
    }
  }
}
