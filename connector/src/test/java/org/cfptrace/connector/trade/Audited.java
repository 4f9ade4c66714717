package org.cfptrace.connector.trade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.trade.RequestId;
import org.cfptrace.verify.SignedTokens;

/**
 * A mill, a maker of parts and a maker of cars, 3 + 5 = 8 and 8 + 10 = 18, all of it in the log;
 * and an accredited auditor whom only the maker of cars knows.
 */
final class Audited {
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-f]+)");
  private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9_-]{16,}");

  static final Duration HALF_A_YEAR = Duration.ofDays(180);

  final World world = new World();
  final Firm mill;
  final Firm parts;
  final Firm cars;
  final Firm auditor;
  final TraceId steel;
  final TraceId bracket;
  final TraceId car;
  final DeclarationId carStatement;

  Audited() {
    this(CrashPoints.NONE, CrashPoints.NONE);
  }

  /** The auditor's crash points are reached through these. */
  static Audited byAnAuditorThatReaches(CrashPoints points) {
    return new Audited(CrashPoints.NONE, points);
  }

  /** The crash points of the maker of parts are reached through these. */
  static Audited inWhichPartsReaches(CrashPoints points) {
    return new Audited(points, CrashPoints.NONE);
  }

  /** The crash points of both are reached through these. */
  static Audited inWhichPartsAndTheAuditorReach(CrashPoints points) {
    return new Audited(points, points);
  }

  private Audited(CrashPoints partsPoints, CrashPoints auditorsPoints) {
    mill = world.firm("Seto Steel");
    parts = world.firm("Naka Parts", partsPoints);
    cars = world.firm("Hama Cars");
    auditor = world.firm("Mori Assurance", auditorsPoints);
    steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
    bracket = parts.makes("bracket", DeclaredUnit.PIECE);
    car = cars.makes("car", DeclaredUnit.PIECE);
    world
        .space()
        .accredit(
            auditor.id(),
            world.clock().instant().minusSeconds(60),
            world.clock().instant().plus(Duration.ofDays(365)));
    mill.becomePartnerOf(parts);
    parts.becomePartnerOf(cars);
    cars.becomePartnerOf(auditor);
    trade();
    carStatement = cars.states(car);
    world.settle();
  }

  private void trade() {
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    cars.buys(car, "bracket", "1", DeclaredUnit.PIECE);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    cars.emits(car, "10");
    RequestId forSteel = parts.asks(mill, bracket, "coil");
    RequestId forBracket = cars.asks(parts, car, "bracket");
    world.settle();
    mill.links(forSteel, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    parts.links(forBracket, bracket);
    parts.releases(cars, bracket, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
  }

  /** Lets everything happen that follows by itself, pauses between two attempts included. */
  void settle() {
    for (int second = 0; second < 8; second++) {
      world.settle();
      world.clock().advance(Duration.ofSeconds(1));
    }
  }

  void everybodyAnswers() {
    Stream.of(mill, parts, cars).forEach(firm -> firm.answersAuditors(AuditMode.AUTOMATIC));
  }

  /** The maker of cars orders an audit, and the auditor begins. */
  UUID begin(long depth) {
    UUID mandate = cars.orders(auditor, car, depth, HALF_A_YEAR);
    world.settle();
    return auditor.audits(mandate);
  }

  /** The owner has refused the auditor for this reason and nothing else, and both have noted it. */
  void isRefusedBy(Firm owner, AuditRefusalReason reason) {
    assertThat(owner.accessJournal())
        .filteredOn(entry -> entry.refused().isPresent())
        .extracting(AccessEntry::side, AccessEntry::company, entry -> entry.refused().orElseThrow())
        .containsExactly(tuple(AccessEntry.Side.OWNER, auditor.id(), reason));
    assertThat(auditor.accessJournal())
        .extracting(AccessEntry::side, AccessEntry::company, entry -> entry.refused().orElseThrow())
        .containsExactly(tuple(AccessEntry.Side.AUDITOR, owner.id(), reason));
  }

  /** The signed report of an audit that is done. */
  AuditReport report(Audit done) {
    VerificationKey key = auditor.key();
    return AuditReport.read(
            done.report().orElseThrow(),
            SignedTokens.signedBy(
                kid -> kid.equals(key.thumbprint()) ? Optional.of(key) : Optional.empty()))
        .asOptional()
        .orElseThrow();
  }

  /** Which of these words are anywhere in the tables of a company. */
  static List<String> foundAt(Firm firm, String... words) {
    String everything = everythingOf(firm);
    return Stream.of(words).filter(everything::contains).toList();
  }

  /**
   * Everything in the tables of a company, as text; what is signed or packed is taken apart, as
   * deep as it goes.
   */
  private static String everythingOf(Firm firm) {
    StringBuilder all = new StringBuilder();
    List<String> tables =
        firm.database()
            .sql()
            .list(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE' order by 1",
                row -> row.text("table_name"));
    for (String table : tables) {
      firm.database()
          .sql()
          .list("select to_jsonb(t)::text as seen from " + table + " t", row -> row.text("seen"))
          .forEach(row -> takeApart(row, all, 0));
    }
    return all.toString();
  }

  private static void takeApart(String text, StringBuilder all, int depth) {
    all.append(text).append('\n');
    if (depth == 6) {
      return;
    }
    HEX.matcher(text)
        .results()
        .forEach(
            hex ->
                takeApart(
                    new String(HexFormat.of().parseHex(hex.group(1)), UTF_8), all, depth + 1));
    PACKED
        .matcher(text)
        .results()
        .forEach(
            packed -> {
              try {
                String inside = new String(Base64.getUrlDecoder().decode(packed.group()), UTF_8);
                if (inside.startsWith("{") || inside.startsWith("[")) {
                  takeApart(inside, all, depth + 1);
                }
              } catch (IllegalArgumentException notPacked) {
                all.append(' ');
              }
            });
  }
}
