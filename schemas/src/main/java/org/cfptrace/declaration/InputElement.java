package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.Commitment;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * One source of one line of the sum: for the auditor's eyes.
 *
 * @param source the declaration it rests on; empty for estimates and lines nobody answered
 * @param amount net amount per one unit of the product
 * @param yield how much of it ends up in the product
 * @param factor share of this source times the conversion to the source's unit: exact, so that it
 *     can be worked with again; in JSON {@code factor / per}, the latter left out when it is 1
 * @param contribution what the line adds, including biogenic uptake, to the microgram; own
 *     emissions and all contributions together are the total
 * @param contributionExcl the same without biogenic uptake; empty in declarations made before both
 *     were stated
 * @param state the line's state, such as {@code OK} or {@code ASKED}
 * @param line which line of the sum it belongs to, counted from 1: several sources may share one;
 *     empty in declarations made before it was stated
 */
public record InputElement(
    Optional<Source> source,
    Quantity amount,
    Yield yield,
    Fraction factor,
    KgCo2e contribution,
    Optional<KgCo2e> contributionExcl,
    String state,
    OptionalInt line) {
  private static final int MOST_LINES = 1_000_000;
  private static final Pattern STATE = Pattern.compile("[A-Z][A-Z_]{0,39}");

  /** The declaration an input rests on. */
  public record Source(
      ParticipantId issuer, DeclarationId declarationId, Commitment commitment, TraceId traceId) {
    public Source {
      requireNonNull(issuer, "issuer");
      requireNonNull(declarationId, "declarationId");
      requireNonNull(commitment, "commitment");
      requireNonNull(traceId, "traceId");
    }
  }

  public InputElement {
    requireNonNull(source, "source");
    requireNonNull(amount, "amount");
    requireNonNull(yield, "yield");
    requireNonNull(factor, "factor");
    requireNonNull(contribution, "contribution");
    requireNonNull(contributionExcl, "contributionExcl");
    factor = InputFactor.fitted(factor);
    if (line.isPresent() && line.getAsInt() < 1) {
      throw new IllegalArgumentException("lines are counted from 1");
    }
    if (!STATE.matcher(state).matches()) {
      throw new IllegalArgumentException("a state is written in capitals");
    }
  }

  /** What this much of a source of that figure adds, exactly: {@code amount ÷ yield × factor}. */
  public Fraction contributionOf(KgCo2e figure) {
    return factor.times(amount.amount()).dividedBy(yield.value()).times(figure.value());
  }

  JsonNode toJson() {
    ObjectNode json = StrictJson.object();
    source.ifPresent(
        from ->
            json.put("iss", from.issuer().did())
                .put("declarationId", from.declarationId().value())
                .put("ct", from.commitment().encoded())
                .put("traceId", from.traceId().toString()));
    json.put("amount", Decimals.write(amount.amount()))
        .put("unit", amount.unit().text())
        .put("yield", Decimals.write(yield.value()));
    InputFactor.write(json, factor);
    json.put("contribution", Decimals.write(contribution.value(), RoundingMode.HALF_EVEN));
    contributionExcl.ifPresent(
        excl -> json.put("contributionExcl", Decimals.write(excl.value(), RoundingMode.HALF_EVEN)));
    json.put("state", state);
    line.ifPresent(place -> json.put("line", place));
    return json;
  }

  static InputElement read(JsonNode json) {
    Members members = Members.of(json, "inputs[]");
    Optional<Source> source = members.has("iss") ? Optional.of(source(members)) : Optional.empty();
    Quantity amount = new Quantity(members.decimal("amount"), UnitMembers.unit(members));
    Yield yield = yieldOf(members.decimal("yield"));
    Fraction factor = InputFactor.read(members);
    KgCo2e contribution = new KgCo2e(members.signedDecimal("contribution"));
    Optional<KgCo2e> contributionExcl =
        members.has("contributionExcl")
            ? Optional.of(new KgCo2e(members.signedDecimal("contributionExcl")))
            : Optional.empty();
    String state = members.text("state", 40);
    OptionalInt line = members.has("line") ? OptionalInt.of(line(members)) : OptionalInt.empty();
    members.end();
    if (!STATE.matcher(state).matches()) {
      throw new MalformedException(Fault.MEMBER, "inputs[].state: expected capitals");
    }
    return new InputElement(
        source, amount, yield, factor, contribution, contributionExcl, state, line);
  }

  private static Source source(Members members) {
    return new Source(
        members.value("iss", ParticipantId::new),
        members.value("declarationId", DeclarationId::new),
        Commitment.parse(members.text("ct")),
        members.value("traceId", TraceId::of));
  }

  private static int line(Members members) {
    long place = members.wholeNumber("line");
    if (place < 1 || place > MOST_LINES) {
      throw new MalformedException(Fault.MEMBER, "inputs[].line: 1 to " + MOST_LINES);
    }
    return (int) place;
  }

  private static Yield yieldOf(BigDecimal value) {
    if (value.signum() == 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new MalformedException(Fault.NUMBER, "inputs[].yield: above 0 and at most 1");
    }
    return new Yield(value);
  }
}
