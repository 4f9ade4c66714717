package org.cfptrace.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.StatementClaim;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.OwnDeclarations;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** An auditor holds what it is shown beside what other audits were shown. */
class TwoStoriesTest {
  private static final Quantity ONE = Quantity.of("1", DeclaredUnit.PIECE);

  private final ChainWorld world = new ChainWorld();
  private final ChainWorld.Firm b = world.firm("b");
  private final ChainWorld.Firm c = world.firm("c");
  private final ChainWorld.Made before = part("4").state();

  @Test
  void twoStatementsOfOneProductAndPeriodThatBothStandAreTwoStories() {
    ChainWorld.Copy now = world.sell(part("5").state(), c);

    ChainVerdict verdict = verify(now, earlier(before));

    assertTwoStories(verdict, now);
    assertThat(verdict.root().outcome()).isEqualTo(HopOutcome.VERIFIED);
    assertThat(verdict.coverage()).isEqualTo(Coverage.of("66.666666666"));
  }

  @Test
  void theSameStatementTwiceIsOneStory() {
    ChainWorld.Copy now = world.sell(before, c);

    assertHolds(now, earlier(before));
  }

  @Test
  void whatWasCorrectedOrRecalledSinceIsNoStoryAnyMore() {
    ChainWorld.Copy now = world.sell(part("5").state(), c);
    ChainWorld.Made other = part("6").state();
    world.supersede(before.statement().id());
    world.recall(other.statement().id());

    assertHolds(now, earlier(before), earlier(other));
  }

  @Test
  void whatTheStatementSaysToCorrectIsNoOtherStory() {
    ChainWorld.Made corrected =
        part("5").spoiled(it -> it.with(new SupersedesClaim(before.statement().id()))).state();

    assertHolds(world.sell(corrected, c), earlier(before));
  }

  @Test
  void anotherPeriodAnotherProductAndAnotherCompanyTellTheirOwnStories() {
    ChainWorld.Copy now = world.sell(part("5").state(), c);
    ChainWorld.Made otherYear = part("4").during(Period.ofYear(2024)).state();
    ChainWorld.Made otherPart = b.makes("cover", DeclaredUnit.PIECE).emitting("4").state();
    EarlierWord inBsName =
        new EarlierWord(
            b.id(),
            earlier(c.makes("part", DeclaredUnit.PIECE).emitting("4").state()).declaration(),
            Optional.empty());

    assertHolds(now, earlier(otherYear), earlier(otherPart), inBsName);
  }

  @Test
  void whatIsNotInTheLogOrNotSignedProvesNothing() {
    ChainWorld.Copy now = world.sell(part("5").state(), c);
    EarlierWord word = earlier(before);
    EarlierWord unproven = new EarlierWord(b.id(), word.declaration(), Optional.empty());
    String[] parts = word.declaration().split("~", 2);
    String otherSignature = earlier(part("6").state()).declaration().split("~", 2)[0];
    String forged =
        parts[0].substring(0, parts[0].lastIndexOf('.'))
            + otherSignature.substring(otherSignature.lastIndexOf('.'))
            + "~"
            + parts[1];

    assertHolds(now, unproven, new EarlierWord(b.id(), forged, word.proof()));
  }

  @Test
  void anotherStatementBehindTheSameDeclarationIsAnotherStory() {
    ChainWorld.Made second = part("4").state();
    Forked forked = forked(before, second.statement().id());
    // The other one does not stand any more, which is no excuse here.
    world.supersede(second.statement().id());

    ChainVerdict verdict =
        verify(forked.copy(), EarlierWord.of(b.id(), forked.otherView(), Optional.empty()));

    assertTwoStories(verdict, forked.copy());
  }

  @Test
  void onlyWhatContradictsIsNamed() {
    ChainWorld.Copy now = world.sell(part("5").state(), c);
    ChainWorld.Made otherYear = part("4").during(Period.ofYear(2024)).state();
    EarlierWord other = earlier(before);

    List<EarlierWord> contradicting =
        world.verifier().contradicting(verify(now), List.of(earlier(otherYear), other));

    assertThat(contradicting).containsExactly(other);
  }

  private ChainWorld.Making part(String own) {
    return b.makes("part", DeclaredUnit.PIECE).emitting(own);
  }

  /** What another audit was shown of it, made in the end, when all is in the log. */
  private EarlierWord earlier(ChainWorld.Made made) {
    SignedDeclaration statement = made.statement();
    return EarlierWord.of(
        made.firm().id(),
        new String(statement.bytes(), US_ASCII),
        Optional.ofNullable(world.proofs().get(statement.id())));
  }

  private ChainVerdict verify(ChainWorld.Copy part, EarlierWord... earlier) {
    ChainWorld.Made car = c.makes("car", DeclaredUnit.PIECE).emitting("10").of(part, ONE).state();
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    return world
        .verifier()
        .verify(
            ChainWorld.rootOf(car),
            world.shown(car, proofs),
            world.answers(car, proofs),
            List.of(earlier));
  }

  private void assertHolds(ChainWorld.Copy part, EarlierWord... earlier) {
    ChainVerdict verdict = verify(part, earlier);
    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
  }

  private static void assertTwoStories(ChainVerdict verdict, ChainWorld.Copy of) {
    HopVerdict hop = verdict.of(of.signed().id()).orElseThrow();
    assertThat(hop.reason()).as(verdict.toString()).contains(Reason.STATEMENT_DIFFERS);
    assertThat(hop.detail()).contains("another audit was shown a different statement");
  }

  /** One signed copy that can be shown with either of two statements behind it. */
  private record Forked(ChainWorld.Copy copy, String otherView) {}

  private Forked forked(ChainWorld.Made made, DeclarationId otherStatement) {
    SignedDeclaration signed = world.sell(made, c).signed();
    List<String> texts = List.of(new String(signed.bytes(), US_ASCII).split("~"));
    String statement =
        texts.stream().skip(1).filter(TwoStoriesTest::isStatement).findFirst().orElseThrow();
    String other = disclosure(otherStatement);
    String jws =
        Jws.sign(b.key(), DraftDeclaration.TYP, StrictJson.write(withDigest(texts, digest(other))));
    String view =
        Stream.concat(Stream.of(jws), texts.stream().skip(1)).collect(Collectors.joining("~"));
    SignedDeclaration forged =
        OwnDeclarations.restore(
                (view + "~").getBytes(US_ASCII), signed.opening(), b.key().verificationKey())
            .asOptional()
            .orElseThrow();
    world.log(forged.id());
    return new Forked(new ChainWorld.Copy(made, c, forged), (view + "~").replace(statement, other));
  }

  /** The payload, with this digest in the place of one that nothing is shown of. */
  private static ObjectNode withDigest(List<String> texts, String digest) {
    ObjectNode payload =
        (ObjectNode) StrictJson.parse(Base64Url.decode(texts.get(0).split("\\.", -1)[1]));
    Set<String> used =
        texts.stream().skip(1).map(TwoStoriesTest::digest).collect(Collectors.toSet());
    List<String> digests = new ArrayList<>();
    payload.get("_sd").forEach(item -> digests.add(item.textValue()));
    digests.remove(digests.stream().filter(each -> !used.contains(each)).findFirst().orElseThrow());
    digests.add(digest);
    Collections.sort(digests);
    ArrayNode sorted = payload.putArray("_sd");
    digests.forEach(sorted::add);
    return payload;
  }

  private static boolean isStatement(String disclosure) {
    return StrictJson.parse(Base64Url.decode(disclosure)).path(1).asText().equals("statement");
  }

  private static String disclosure(DeclarationId statement) {
    ArrayNode parts = StrictJson.object().putArray("parts");
    parts.add(Base64Url.encode(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}));
    parts.add("statement");
    parts.add(new StatementClaim(statement).toJson());
    return Base64Url.encode(StrictJson.write(parts));
  }

  private static String digest(String disclosure) {
    return Base64Url.encode(Sha256.of(disclosure.getBytes(US_ASCII)));
  }
}
