package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PartnerAnswerBody;
import org.cfptrace.envelope.PartnerInvitationBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * How two companies become partners. One invites over the other's door, the other answers over the
 * first one's; on each side a person compares the fingerprint before anything but names is sent.
 */
public final class Partnerships {
  private final ParticipantId me;
  private final Partners partners;
  private final Directory directory;
  private final KnownEntries known;
  private final Alarms alarms;
  private final Threads threads;
  private final PostMessage post;
  private final WhenEnded whenEnded;
  private final Clock clock;

  public Partnerships(
      ParticipantId me,
      Partners partners,
      Directory directory,
      KnownEntries known,
      Alarms alarms,
      Threads threads,
      PostMessage post,
      WhenEnded whenEnded,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.partners = requireNonNull(partners, "partners");
    this.directory = requireNonNull(directory, "directory");
    this.known = requireNonNull(known, "known");
    this.alarms = requireNonNull(alarms, "alarms");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.whenEnded = requireNonNull(whenEnded, "whenEnded");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Hears of partnerships that end, in the transaction in which they do. */
  @FunctionalInterface
  public interface WhenEnded {
    /** One side has refused, or does not want it any more. */
    void ended(ParticipantId other);
  }

  /**
   * Invites a company.
   *
   * @param fingerprint as a person has got it from the other company; without one the keys wait for
   *     confirmation, and nothing but the invitation is sent
   */
  public Partner invite(
      ParticipantId other, Optional<String> note, Optional<Fingerprint> fingerprint, String who) {
    refuseUs(other);
    Optional<Partner> before = partners.findForChange(other);
    before.ifPresent(Partnerships::refuseUnlessFree);
    DirectoryEntry entry = admitted(other);
    Partner invited =
        before
            .map(partner -> partner.in(PartnerState.INVITED, Optional.empty(), clock.instant()))
            .orElseGet(
                () ->
                    Partner.begin(
                        other, entry.name(), PartnerState.INVITED, note, clock.instant()));
    Partner saved =
        save(fingerprint.map(seen -> confirm(invited, seen, entry, who)).orElse(invited));
    post.post(
        other,
        Way.DOOR,
        threads.about(other, Optional.empty()),
        MessageType.PARTNER_INVITATION,
        new PartnerInvitationBody(note).toJson());
    return saved;
  }

  /**
   * A person agrees: to an invitation, or to the fingerprint of a company we have invited, or to a
   * new key of a partner.
   */
  public Partner accept(ParticipantId other, Fingerprint fingerprint, String who) {
    Partner partner = known(other);
    if (partner.state() == PartnerState.REFUSED) {
      throw illegalMove("this partnership was refused; invite them anew", partner);
    }
    DirectoryEntry entry = admitted(other);
    Partner confirmed = confirm(partner, fingerprint, entry, who);
    if (partner.state() != PartnerState.INVITES_US) {
      return save(confirmed);
    }
    Partner accepted = save(confirmed.in(PartnerState.ACCEPTED, Optional.empty(), clock.instant()));
    answer(other, true, Optional.empty());
    return accepted;
  }

  /** A person declines an invitation, or ends a partnership. */
  public Partner refuse(ParticipantId other, String reason) {
    Partner partner = known(other);
    if (partner.state() == PartnerState.REFUSED) {
      throw illegalMove("this partnership is refused already", partner);
    }
    Partner refused = partner.in(PartnerState.REFUSED, Optional.of(reason), clock.instant());
    Partner saved = save(closing(refused));
    whenEnded.ended(other);
    answer(other, false, Optional.of(reason));
    return saved;
  }

  /** An invitation came over our door; two that have invited each other agree. */
  public void invitedBy(ParticipantId other, Optional<String> note) {
    Optional<Partner> before = partners.findForChange(other);
    PartnerState state = before.map(Partner::state).orElse(PartnerState.REFUSED);
    if (state == PartnerState.INVITED) {
      accepted(before.orElseThrow());
    } else if (state == PartnerState.REFUSED) {
      save(
          Partner.begin(other, nameOf(other), PartnerState.INVITES_US, note, clock.instant())
              .atVersionOf(before));
    }
  }

  /** An answer to our invitation came over our door. */
  public void answeredBy(ParticipantId other, boolean yes, Optional<String> reason) {
    Optional<Partner> before = partners.findForChange(other);
    if (before.isEmpty()) {
      return;
    }
    Partner partner = before.get();
    if (!yes) {
      save(closing(partner.in(PartnerState.REFUSED, reason, clock.instant())));
      whenEnded.ended(other);
    } else if (partner.state() == PartnerState.INVITED) {
      accepted(partner);
    }
  }

  /** The fingerprint the directory shows now for a partner, for a person to compare. */
  public Optional<Fingerprint> fingerprintOf(ParticipantId other) {
    return directory.look(other).flatMap(seen -> fingerprint(seen.entry()));
  }

  // The name comes from the directory: anybody could call itself anything at the door.
  private String nameOf(ParticipantId other) {
    return directory.look(other).map(seen -> seen.entry().name()).orElseGet(other::shortId);
  }

  private void accepted(Partner partner) {
    Partner now = partner.in(PartnerState.ACCEPTED, Optional.empty(), clock.instant());
    save(now);
  }

  private Partner confirm(Partner partner, Fingerprint said, DirectoryEntry entry, String who) {
    Fingerprint shown =
        fingerprint(entry)
            .orElseThrow(
                () -> new Refused(ProblemCode.NOT_ALLOWED_NOW, partner.id() + " has no keys yet"));
    if (!shown.equals(said)) {
      throw Refused.field(
          ProblemCode.FINGERPRINT_MISMATCH,
          "the fingerprint is not the one of the key the directory shows for " + partner.id(),
          "fingerprint",
          "MISMATCH",
          "this is not the fingerprint of the key the directory shows; do not go on before you have"
              + " spoken to the other company");
    }
    VerificationKey key = entry.currentSigningKey().orElseThrow();
    known.keep(entry);
    entry
        .keys()
        .forEach(each -> alarms.settle(partner.id(), each.kid().value(), who, clock.instant()));
    return partner
        .trustingOnly(key.thumbprint(), clock.instant())
        .withInbox(InboxAccess.OPENING, clock.instant());
  }

  private void answer(ParticipantId other, boolean yes, Optional<String> reason) {
    post.post(
        other,
        Way.DOOR,
        threads.about(other, Optional.empty()),
        MessageType.PARTNER_ANSWER,
        new PartnerAnswerBody(yes, reason).toJson());
  }

  private Partner closing(Partner partner) {
    return partner.inbox() == InboxAccess.CLOSED
        ? partner
        : partner.withInbox(InboxAccess.CLOSING, clock.instant());
  }

  private Partner known(ParticipantId other) {
    return partners
        .findForChange(other)
        .orElseThrow(() -> Refused.notFound("partner", other.shortId()));
  }

  private DirectoryEntry admitted(ParticipantId other) {
    DirectoryEntry entry = entryOf(other);
    if (entry.status() != DirectoryStatus.ACTIVE) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW, other + " is " + entry.status() + " in the directory");
    }
    return entry;
  }

  private DirectoryEntry entryOf(ParticipantId other) {
    try {
      return directory
          .ask(other)
          .orElseThrow(() -> Refused.notFound("participant", other.shortId()));
    } catch (Registry.RegistryAway away) {
      throw new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
    }
  }

  private void refuseUs(ParticipantId other) {
    if (other.equals(me)) {
      throw new Refused(ProblemCode.NOT_ALLOWED_NOW, "a company is not its own partner");
    }
  }

  private static void refuseUnlessFree(Partner partner) {
    if (partner.state() == PartnerState.INVITES_US) {
      throw conflict("they have invited us; answer that with /acceptance instead", partner);
    }
    if (partner.state() != PartnerState.REFUSED) {
      throw conflict("they are " + partner.state() + " already", partner);
    }
  }

  private static Refused conflict(String detail, Partner partner) {
    return new Refused(ProblemCode.CONFLICT, detail, illegalMove(detail, partner).errors());
  }

  /** Names the state, and what a person here can do in it. */
  private static Refused illegalMove(String detail, Partner partner) {
    List<String> possible =
        partner.state() == PartnerState.REFUSED ? List.of("INVITE") : List.of("ACCEPT", "REFUSE");
    return Refused.illegalMove(detail, partner.state(), possible);
  }

  private static Optional<Fingerprint> fingerprint(DirectoryEntry entry) {
    return entry
        .currentSigningKey()
        .map(key -> Fingerprint.of(entry.participant(), key.thumbprint()));
  }

  private Partner save(Partner partner) {
    partners.save(partner);
    return partner;
  }
}
