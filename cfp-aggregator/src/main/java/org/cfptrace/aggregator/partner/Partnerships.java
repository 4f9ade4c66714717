package org.cfptrace.aggregator.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.deliver.PostMessage;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * How a company becomes a partner: it knocks at our door, and a person here compares the
 * fingerprint and lets it in, or does not. We invite nobody: whoever wants us to have its figures
 * comes to us.
 */
public final class Partnerships {
  private final Partners partners;
  private final Directory directory;
  private final KnownEntries known;
  private final Registry registry;
  private final PostMessage post;
  private final Clock clock;

  public Partnerships(
      Partners partners,
      Directory directory,
      KnownEntries known,
      Registry registry,
      PostMessage post,
      Clock clock) {
    this.partners = requireNonNull(partners, "partners");
    this.directory = requireNonNull(directory, "directory");
    this.known = requireNonNull(known, "known");
    this.registry = requireNonNull(registry, "registry");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * An invitation came over our door. Repeating it, or asking a partner in anew, changes nothing.
   */
  public void invitedBy(ParticipantId other, Optional<String> note) {
    Optional<Partner> before = partners.findForChange(other);
    if (before.filter(partner -> partner.state() != PartnerState.REFUSED).isPresent()) {
      return;
    }
    String thread = before.map(Partner::thread).orElseGet(() -> UUID.randomUUID().toString());
    partners.save(Partner.knocking(other, nameOf(other), thread, note, clock.instant()));
  }

  /** It does not want to deal with us any more. */
  public void leftBy(ParticipantId other, Optional<String> reason) {
    partners
        .findForChange(other)
        .filter(partner -> partner.state() != PartnerState.REFUSED)
        .ifPresent(partner -> partners.save(partner.refused(reason, clock.instant())));
  }

  /**
   * A person has compared the fingerprint: lets a company in, or, for a partner whose key has
   * changed without a proof, confirms the new one.
   */
  public Partner accept(ParticipantId other, Fingerprint compared) {
    Partner partner = there(other);
    if (partner.state() == PartnerState.REFUSED) {
      throw new Refused(ProblemCode.NOT_ALLOWED_NOW, "this partnership was refused");
    }
    DirectoryEntry entry = active(other);
    Partner accepted = partner.accepted(confirmed(entry, compared), clock.instant());
    known.keep(entry);
    partners.save(accepted);
    // Asked while the row is held; where the commit fails, asking once more does no harm.
    tell(() -> registry.letIn(other));
    if (partner.state() == PartnerState.INVITES_US) {
      answer(accepted, PartnerAnswerBody.yes());
    }
    return accepted;
  }

  /** A person declines an invitation, or ends a partnership. */
  public Partner refuse(ParticipantId other, String reason) {
    Partner partner = there(other);
    if (partner.state() == PartnerState.REFUSED) {
      throw new Refused(ProblemCode.NOT_ALLOWED_NOW, "this partnership is refused already");
    }
    Partner refused = partner.refused(Optional.of(reason), clock.instant());
    partners.save(refused);
    tell(() -> registry.shutOut(other));
    answer(refused, PartnerAnswerBody.no(reason));
    return refused;
  }

  /** The fingerprint the directory shows now, for a person to compare; empty if it has no keys. */
  public Optional<Fingerprint> fingerprintOf(ParticipantId other) {
    try {
      return directory.look(other).flatMap(looked -> fingerprint(looked.entry()));
    } catch (Registry.RegistryAwayException away) {
      return Optional.empty();
    }
  }

  // The name comes from the directory: at the door anybody could call itself anything.
  private String nameOf(ParticipantId other) {
    return directory.look(other).map(looked -> looked.entry().name()).orElseGet(other::shortId);
  }

  private static KeyThumbprint confirmed(DirectoryEntry entry, Fingerprint compared) {
    VerificationKey key =
        entry
            .currentSigningKey()
            .orElseThrow(
                () ->
                    new Refused(
                        ProblemCode.NOT_ALLOWED_NOW, entry.participant() + " has no keys yet"));
    if (!Fingerprint.of(entry.participant(), key.thumbprint()).equals(compared)) {
      throw new Refused(
          ProblemCode.FINGERPRINT_MISMATCH,
          "this is not the fingerprint of the key the directory shows for " + entry.participant(),
          List.of(
              new FieldError(
                  "fingerprint",
                  "MISMATCH",
                  "do not go on before you have spoken to the other company")));
    }
    return key.thumbprint();
  }

  private static Optional<Fingerprint> fingerprint(DirectoryEntry entry) {
    return entry
        .currentSigningKey()
        .map(key -> Fingerprint.of(entry.participant(), key.thumbprint()));
  }

  private void answer(Partner partner, PartnerAnswerBody body) {
    post.post(partner.id(), Way.DOOR, partner.thread(), MessageType.PARTNER_ANSWER, body.toJson());
  }

  private Partner there(ParticipantId other) {
    return partners
        .findForChange(other)
        .orElseThrow(() -> Refused.notFound("partner", other.shortId()));
  }

  private DirectoryEntry active(ParticipantId other) {
    DirectoryEntry entry;
    try {
      entry =
          directory.ask(other).orElseThrow(() -> Refused.notFound("participant", other.shortId()));
    } catch (Registry.RegistryAwayException away) {
      throw registryAway();
    }
    if (entry.status() != DirectoryStatus.ACTIVE) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW, other + " is " + entry.status() + " in the directory");
    }
    return entry;
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (Registry.RegistryAwayException away) {
      throw registryAway();
    }
  }

  private static Refused registryAway() {
    return new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
  }
}
