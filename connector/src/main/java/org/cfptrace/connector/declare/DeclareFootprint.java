package org.cfptrace.connector.declare;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.decision.ViewDecision;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.StatementClaim;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.AmountTooLargeException;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.policy.Release;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.verify.OwnDeclarations;

/**
 * Declares a product's footprint: states it once for ourselves, and gives a recipient a copy of its
 * own, in the transaction under way together with the message that carries it.
 */
public final class DeclareFootprint {
  private static final Set<Audience> RECIPIENTS =
      EnumSet.of(Audience.NEXT_TIER, Audience.AGGREGATOR);

  private final ParticipantId me;
  private final SigningKey key;
  private final WhatToDeclare whatToDeclare;
  private final Recipients recipients;
  private final Threads threads;
  private final ShareView shareView;
  private final IssuedDeclarations issued;
  private final PostMessage post;
  private final AuditorsWord auditorsWord;
  private final WhenDeclared whenDeclared;
  private final Clock clock;
  private final Randomness randomness;

  public DeclareFootprint(
      ParticipantId me,
      SigningKey key,
      WhatToDeclare whatToDeclare,
      Recipients recipients,
      Threads threads,
      ShareView shareView,
      IssuedDeclarations issued,
      PostMessage post,
      AuditorsWord auditorsWord,
      WhenDeclared whenDeclared,
      Clock clock,
      Randomness randomness) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.whatToDeclare = requireNonNull(whatToDeclare, "whatToDeclare");
    this.recipients = requireNonNull(recipients, "recipients");
    this.threads = requireNonNull(threads, "threads");
    this.shareView = requireNonNull(shareView, "shareView");
    this.issued = requireNonNull(issued, "issued");
    this.post = requireNonNull(post, "post");
    this.auditorsWord = requireNonNull(auditorsWord, "auditorsWord");
    this.whenDeclared = requireNonNull(whenDeclared, "whenDeclared");
    this.clock = requireNonNull(clock, "clock");
    this.randomness = requireNonNull(randomness, "randomness");
  }

  /**
   * What a person wants declared.
   *
   * @param recipient empty for a self-declaration
   * @param period empty for the usual one of the product
   */
  public record Wish(
      TraceId product,
      Audience audience,
      Optional<ParticipantId> recipient,
      Optional<Period> period,
      Release release,
      IssuedDeclarations.Cause cause) {
    /** Wanted by a person. */
    public Wish(
        TraceId product,
        Audience audience,
        Optional<ParticipantId> recipient,
        Optional<Period> period,
        Release release) {
      this(product, audience, recipient, period, release, IssuedDeclarations.Cause.PERSON);
    }
  }

  /** Declares, and says under which id: of what was said before, if nothing has changed since. */
  public DeclarationId declare(Wish wish) {
    return declare(wish, known(wish));
  }

  /** As {@link #declare(Wish)}, of a footprint that was worked out just now. */
  public DeclarationId declare(Wish wish, WhatToDeclare.Known known) {
    DraftStatement statement = new DraftStatement(known);
    if (wish.audience() == Audience.SELF) {
      issued.lock(wish.product(), me);
      return state(statement, wish);
    }
    ParticipantId recipient = recipient(wish);
    issued.lock(wish.product(), me);
    issued.lock(wish.product(), recipient);
    ViewDecision decision = shareView.of(wish.audience(), wish.release());
    Optional<IssuedDeclaration> last =
        issued.lastWord(wish.product(), recipient, statement.period());
    last.ifPresent(word -> refuseAfterRecall(wish, word));
    Optional<IssuedDeclaration> before = last.filter(word -> word.standing().isActive());
    DeclarationId id =
        before
            .filter(word -> word.figure().equals(StatementFigure.of(statement.allClaims())))
            .map(word -> showMore(word, decision))
            .orElseGet(
                () ->
                    copy(wish, recipient, statement, before.map(IssuedDeclaration::id), decision));
    whenDeclared.changed(recipient, wish.product());
    return id;
  }

  /**
   * Who declares by itself has looked before it held the locks; if an approver has recalled the
   * last word since, it has to look again, and will ask a person.
   */
  private static void refuseAfterRecall(Wish wish, IssuedDeclaration last) {
    if (wish.cause() == IssuedDeclarations.Cause.AUTOMATIC && !last.standing().isActive()) {
      throw new Refused(
          ProblemCode.UNAVAILABLE, "what was told last was recalled while this was worked out");
    }
  }

  /** The statement for ourselves; the one that is there, if it states just this. */
  private DeclarationId state(DraftStatement statement, Wish wish) {
    List<Claim> claims = statement.allClaims();
    String figure = StatementFigure.of(claims);
    Optional<IssuedDeclaration> before =
        issued
            .lastWord(wish.product(), me, statement.period())
            .filter(word -> word.standing().isActive());
    return before
        .filter(word -> word.figure().equals(figure))
        .map(IssuedDeclaration::id)
        .orElseGet(() -> keepStatement(statement, wish, claims, before.map(IssuedDeclaration::id)));
  }

  private DeclarationId keepStatement(
      DraftStatement statement, Wish wish, List<Claim> claims, Optional<DeclarationId> before) {
    Instant now = clock.instant();
    Optional<JsonClaim> attested = auditorsWord.about(wish.product(), statement.period());
    SignedDeclaration signed =
        attested(superseding(statement.draft(me, me), before), attested).sign(key, now, randomness);
    issued.keep(
        new IssuedDeclarations.Made(
            signed,
            Audience.SELF,
            me,
            wish.product(),
            statement.period(),
            statement.validUntil(),
            with(claims, attested),
            Optional.empty(),
            StatementFigure.of(claims),
            "",
            signed.claims(),
            wish.cause(),
            Optional.empty()),
        now);
    before.ifPresent(old -> issued.supersede(old, signed.id(), now));
    return signed.id();
  }

  private DeclarationId copy(
      Wish wish,
      ParticipantId recipient,
      DraftStatement statement,
      Optional<DeclarationId> before,
      ViewDecision decision) {
    Instant now = clock.instant();
    DeclarationId stated = state(statement, wish);
    StatementClaim origin = new StatementClaim(stated);
    Optional<JsonClaim> attested = auditorsWord.about(wish.product(), statement.period());
    SignedDeclaration signed =
        attested(superseding(statement.draft(me, recipient).with(origin), before), attested)
            .sign(key, now, randomness);
    Set<ClaimName> shown = shown(signed, decision);
    UUID messageId = send(recipient, wish.product(), signed, shown);
    List<Claim> claims = new ArrayList<>(with(statement.allClaims(), attested));
    claims.add(origin);
    issued.keep(
        new IssuedDeclarations.Made(
            signed,
            wish.audience(),
            recipient,
            wish.product(),
            statement.period(),
            statement.validUntil(),
            claims,
            Optional.of(stated),
            StatementFigure.of(statement.allClaims()),
            signed.view(shown),
            shown,
            wish.cause(),
            Optional.of(messageId)),
        now);
    before.ifPresent(old -> issued.supersede(old, signed.id(), now));
    return signed.id();
  }

  private static DraftDeclaration superseding(
      DraftDeclaration draft, Optional<DeclarationId> before) {
    return before.map(SupersedesClaim::new).map(draft::with).orElse(draft);
  }

  // Not part of the figure: an auditor's word alone is no reason to declare anew.
  private static DraftDeclaration attested(DraftDeclaration draft, Optional<JsonClaim> attested) {
    return attested.map(draft::with).orElse(draft);
  }

  private static List<Claim> with(List<Claim> claims, Optional<JsonClaim> attested) {
    List<Claim> more = new ArrayList<>(claims);
    attested.ifPresent(more::add);
    return more;
  }

  /**
   * The same declaration with further claims, where the recipient may see more of it by now. An
   * auditor's word that was taken back is not shown to anybody new: who was told of that is fixed.
   */
  private DeclarationId showMore(IssuedDeclaration word, ViewDecision decision) {
    Set<ClaimName> wanted = EnumSet.copyOf(word.claims().keySet());
    wanted.retainAll(decision.visibleClaims());
    Set<ClaimName> takenBack = takenBack(word);
    wanted.removeAll(takenBack);
    if (!word.shown().containsAll(wanted)) {
      SignedDeclaration signed = restored(word.id());
      Set<ClaimName> shown = shown(signed, decision);
      shown.removeAll(takenBack);
      shown.addAll(word.shown());
      UUID messageId = send(word.recipient(), word.product().traceId(), signed, shown);
      issued.showMore(word.id(), signed.view(shown), shown, messageId);
    }
    return word.id();
  }

  private Set<ClaimName> takenBack(IssuedDeclaration word) {
    return Optional.ofNullable(word.claims().get(ClaimName.ATTEST))
        .filter(auditorsWord::isTakenBack)
        .map(attested -> Set.of(ClaimName.ATTEST))
        .orElse(Set.of());
  }

  private SignedDeclaration restored(DeclarationId id) {
    IssuedDeclarations.Kept kept =
        issued.kept(id).orElseThrow(() -> new IllegalStateException("a declaration is kept"));
    return OwnDeclarations.restore(kept.bytes(), kept.opening(), key.verificationKey())
        .asOptional()
        .orElseThrow(() -> new IllegalStateException("a kept declaration can be read: " + id));
  }

  private static Set<ClaimName> shown(SignedDeclaration signed, ViewDecision decision) {
    Set<ClaimName> shown = EnumSet.copyOf(signed.claims());
    shown.retainAll(decision.visibleClaims());
    return shown;
  }

  private UUID send(
      ParticipantId recipient, TraceId product, SignedDeclaration signed, Set<ClaimName> shown) {
    // The opening never travels without the total.
    Optional<CommitmentOpening> opening =
        shown.contains(ClaimName.TOTAL) ? Optional.of(signed.opening()) : Optional.empty();
    return post.post(
            recipient,
            Way.INBOX,
            threads.about(recipient, Optional.of(product)),
            MessageType.DECLARATION,
            new DeclarationBody(signed.view(shown), opening).toJson())
        .messageId();
  }

  private WhatToDeclare.Known known(Wish wish) {
    WhatToDeclare.Known known = whatToDeclare.of(wish.product(), wish.period());
    refuseTooLarge(known);
    if (!known.isAnythingKnown()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "nothing is known of this footprint yet: no own emissions for the period, and no part"
              + " that counts");
    }
    return known;
  }

  private static void refuseTooLarge(WhatToDeclare.Known known) {
    try {
      known.footprint().toDeclare();
    } catch (AmountTooLargeException e) {
      throw new Refused(
          ProblemCode.AMOUNT_TOO_LARGE, "the total is more than a declaration can hold");
    }
  }

  private ParticipantId recipient(Wish wish) {
    if (!RECIPIENTS.contains(wish.audience())) {
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "a declaration is made for NEXT_TIER, AGGREGATOR or SELF",
          "audience",
          "NOT_OFFERED",
          "expected NEXT_TIER, AGGREGATOR or SELF, seen " + wish.audience());
    }
    ParticipantId recipient =
        wish.recipient()
            .orElseThrow(
                () ->
                    Refused.field(
                        ProblemCode.INVALID_FIELDS,
                        "a declaration for others names its recipient",
                        "partnerId",
                        "REQUIRED",
                        "this field is required for audience " + wish.audience()));
    recipients.refuseUnlessTrusted(recipient);
    // The aggregator's view shows more; nobody gets it by being called an aggregator by mistake.
    if (wish.audience() == Audience.AGGREGATOR) {
      recipients.refuseUnlessAggregator(recipient);
    }
    return recipient;
  }
}
