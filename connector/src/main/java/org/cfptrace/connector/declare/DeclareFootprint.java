package org.cfptrace.connector.declare;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.decision.ViewDecision;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.StatementClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.AmountTooLargeException;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.policy.Release;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * Declares a product's footprint: states it once for ourselves, and gives a recipient a copy of its
 * own, in the transaction under way together with the message that carries it.
 */
public final class DeclareFootprint {
  private static final Set<Audience> RECIPIENTS =
      EnumSet.of(Audience.NEXT_TIER, Audience.AGGREGATOR);
  private static final String AGGREGATOR = "AGGREGATOR";

  private final ParticipantId me;
  private final SigningKey key;
  private final WhatToDeclare whatToDeclare;
  private final Partners partners;
  private final Directory directory;
  private final Threads threads;
  private final ShareView shareView;
  private final IssuedDeclarations issued;
  private final PostMessage post;
  private final Clock clock;
  private final Randomness randomness;

  public DeclareFootprint(
      ParticipantId me,
      SigningKey key,
      WhatToDeclare whatToDeclare,
      Partners partners,
      Directory directory,
      Threads threads,
      ShareView shareView,
      IssuedDeclarations issued,
      PostMessage post,
      Clock clock,
      Randomness randomness) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.whatToDeclare = requireNonNull(whatToDeclare, "whatToDeclare");
    this.partners = requireNonNull(partners, "partners");
    this.directory = requireNonNull(directory, "directory");
    this.threads = requireNonNull(threads, "threads");
    this.shareView = requireNonNull(shareView, "shareView");
    this.issued = requireNonNull(issued, "issued");
    this.post = requireNonNull(post, "post");
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
      Release release) {}

  /** Declares, and says under which id. */
  public DeclarationId declare(Wish wish) {
    if (wish.audience() == Audience.SELF) {
      return state(new DraftStatement(known(wish)), wish.product());
    }
    ParticipantId recipient = recipient(wish);
    DraftStatement statement = new DraftStatement(known(wish));
    return copy(wish, recipient, statement, state(statement, wish.product()));
  }

  /** The statement for ourselves; the one that is there, if it states just this. */
  private DeclarationId state(DraftStatement statement, TraceId product) {
    DraftDeclaration draft = statement.draft(me, me);
    List<Claim> claims = statement.allClaims();
    String figure = figure(claims);
    Period period = statement.period();
    return issued
        .latestStatement(product, period, figure)
        .orElseGet(() -> keepStatement(draft, claims, figure, product, period));
  }

  private DeclarationId keepStatement(
      DraftDeclaration draft, List<Claim> claims, String figure, TraceId product, Period period) {
    Instant now = clock.instant();
    SignedDeclaration signed = draft.sign(key, now, randomness);
    issued.keep(
        new IssuedDeclarations.Made(
            signed,
            Audience.SELF,
            me,
            product,
            period,
            claims,
            Optional.empty(),
            figure,
            "",
            signed.claims(),
            Optional.empty()),
        now);
    return signed.id();
  }

  private DeclarationId copy(
      Wish wish, ParticipantId recipient, DraftStatement statement, DeclarationId stated) {
    Instant now = clock.instant();
    StatementClaim origin = new StatementClaim(stated);
    SignedDeclaration signed =
        statement.draft(me, recipient).with(origin).sign(key, now, randomness);
    ViewDecision decision = shareView.of(wish.audience(), wish.release());
    Set<ClaimName> shown = EnumSet.copyOf(signed.claims());
    shown.retainAll(decision.visibleClaims());
    String view = signed.view(shown);
    DeclarationBody body =
        new DeclarationBody(
            view, decision.carriesOpening() ? Optional.of(signed.opening()) : Optional.empty());
    UUID messageId =
        post.post(
            recipient,
            Way.INBOX,
            threads.about(recipient, Optional.of(wish.product())),
            MessageType.DECLARATION,
            body.toJson());
    List<Claim> claims = new ArrayList<>(statement.allClaims());
    String figure = figure(claims);
    claims.add(origin);
    issued.keep(
        new IssuedDeclarations.Made(
            signed,
            wish.audience(),
            recipient,
            wish.product(),
            statement.period(),
            claims,
            Optional.of(stated),
            figure,
            view,
            shown,
            Optional.of(messageId)),
        now);
    return signed.id();
  }

  private WhatToDeclare.Known known(Wish wish) {
    WhatToDeclare.Known known = whatToDeclare.of(wish.product(), wish.period());
    try {
      known.footprint().toDeclare();
    } catch (AmountTooLargeException e) {
      throw new Refused(
          ProblemCode.AMOUNT_TOO_LARGE, "the total is more than a declaration can hold");
    }
    boolean isAnythingKnown =
        known.footprint().isOwnKnown()
            || known.footprint().lines().stream().anyMatch(line -> line.state().isOk());
    if (!isAnythingKnown) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "nothing is known of this footprint yet: no own emissions for the period, and no part"
              + " that counts");
    }
    return known;
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
    Partner partner =
        partners.find(recipient).orElseThrow(() -> Refused.notFound("partner", recipient));
    if (!partner.isTrusted()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "figures go to accepted partners whose fingerprint was confirmed; this one is "
              + partner.state());
    }
    if (wish.audience() == Audience.AGGREGATOR) {
      refuseUnlessAggregator(recipient);
    }
    return recipient;
  }

  /** The aggregator's view shows more; nobody gets it by being called an aggregator by mistake. */
  private void refuseUnlessAggregator(ParticipantId recipient) {
    try {
      boolean isAggregator =
          directory
              .look(recipient)
              .filter(seen -> seen.entry().roles().contains(AGGREGATOR))
              .isPresent();
      if (!isAggregator) {
        throw new Refused(
            ProblemCode.NOT_ALLOWED_NOW, recipient + " is no aggregator in the directory");
      }
    } catch (Registry.RegistryAway away) {
      throw new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
    }
  }

  /** Digest of everything stated: the same figure stated twice is one statement. */
  private static String figure(List<Claim> claims) {
    var json = StrictJson.object();
    claims.stream()
        .sorted(Comparator.comparing(Claim::name))
        .forEach(claim -> json.set(claim.name().jsonName(), claim.toJson()));
    return Base64Url.encode(Sha256.of(StrictJson.write(json)));
  }
}
