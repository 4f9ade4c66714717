package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#FOOTPRINT_PROPOSAL}: what an aggregator has worked out for a
 * company's product, for the company to declare or to refuse. It says of what the figure is made by
 * number only; amounts are micrograms, and total and stages add up to them.
 *
 * @param quality empty where nothing is known of it
 * @param madeFrom SHA-256 of the explanation in its one spelling, base64url: whoever is given the
 *     explanation later can see that it is the one
 */
public record FootprintProposalBody(
    ProposalId proposalId,
    ProductClaim product,
    PeriodClaim period,
    TotalClaim total,
    CommittedTotals amounts,
    StagesClaim stages,
    Optional<QualityClaim> quality,
    MethodClaim method,
    Inputs inputs,
    String madeFrom) {
  /** Under this name the claim {@code ext} of the statement says where its figure comes from. */
  public static final String ORIGIN = "footprintProposal";

  private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,18}");
  private static final int DIGEST_BYTES = 32;

  /**
   * Of how many figures it is made.
   *
   * @param sources all that the product's own lines ask for
   * @param missing those of them that do not count
   */
  public record Inputs(int sources, int missing) {
    public Inputs {
      if (sources < 0 || missing < 0 || missing > sources) {
        throw new IllegalArgumentException(missing + " of " + sources + " sources missing");
      }
    }

    private static Inputs read(Members members) {
      long sources = members.wholeNumber("sources");
      long missing = members.wholeNumber("missing");
      members.end();
      if (sources > Integer.MAX_VALUE || missing > sources) {
        throw new MalformedException(Fault.NUMBER, "body.inputs: more missing than there are");
      }
      return new Inputs((int) sources, (int) missing);
    }
  }

  public FootprintProposalBody {
    requireNonNull(proposalId, "proposalId");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(total, "total");
    requireNonNull(amounts, "amounts");
    requireNonNull(stages, "stages");
    requireNonNull(quality, "quality");
    requireNonNull(method, "method");
    requireNonNull(inputs, "inputs");
    requireNonNull(madeFrom, "madeFrom");
    if (product.customerPartId().isPresent()) {
      throw new IllegalArgumentException("a proposal names no customer's part");
    }
    if (!total.states(amounts) || !stages.addUpTo(amounts)) {
      throw new IllegalArgumentException("total and stages do not add up to the amounts");
    }
    if (total.complete() && inputs.missing() > 0) {
      throw new IllegalArgumentException("complete, with sources missing");
    }
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("proposalId", proposalId.toString());
    json.set("product", product.toJson());
    json.set("period", period.toJson());
    json.set("total", total.toJson());
    json.putObject("amounts")
        .put("E", Long.toString(amounts.grossMicrograms()))
        .put("R", Long.toString(amounts.removalsMicrograms()))
        .put("B", Long.toString(amounts.uptakeMicrograms()));
    json.set("stages", stages.toJson());
    quality.ifPresent(known -> json.set("quality", known.toJson()));
    json.set("method", method.toJson());
    json.putObject("inputs").put("sources", inputs.sources()).put("missing", inputs.missing());
    return json.put("madeFrom", madeFrom);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static FootprintProposalBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    ProposalId id = members.value("proposalId", ProposalId::of);
    ProductClaim product = claim(members, ClaimName.PRODUCT, ProductClaim.class);
    PeriodClaim period = claim(members, ClaimName.PERIOD, PeriodClaim.class);
    TotalClaim total = claim(members, ClaimName.TOTAL, TotalClaim.class);
    CommittedTotals amounts = amounts(members.object("amounts"));
    StagesClaim stages = claim(members, ClaimName.STAGES, StagesClaim.class);
    Optional<QualityClaim> quality =
        members.has("quality")
            ? Optional.of(claim(members, ClaimName.QUALITY, QualityClaim.class))
            : Optional.empty();
    MethodClaim method = claim(members, ClaimName.METHOD, MethodClaim.class);
    Inputs inputs = Inputs.read(members.object("inputs"));
    String madeFrom = Base64Url.encode(members.bytes("madeFrom", DIGEST_BYTES));
    members.end();
    try {
      return new FootprintProposalBody(
          id, product, period, total, amounts, stages, quality, method, inputs, madeFrom);
    } catch (IllegalArgumentException e) {
      // The message of the cause holds no figure, and ours none either.
      throw new MalformedException(Fault.MEMBER, "body: its parts do not fit together", e);
    }
  }

  private static <C extends Claim> C claim(Members members, ClaimName name, Class<C> type) {
    return type.cast(Claims.read(name, members.any(name.jsonName())));
  }

  private static CommittedTotals amounts(Members members) {
    CommittedTotals amounts =
        new CommittedTotals(amount(members, "E"), amount(members, "R"), amount(members, "B"));
    members.end();
    return amounts;
  }

  private static long amount(Members members, String name) {
    String text = members.text(name);
    if (AMOUNT.matcher(text).matches()) {
      BigInteger amount = new BigInteger(text);
      if (amount.bitLength() < Long.SIZE) {
        return amount.longValue();
      }
    }
    throw new MalformedException(
        Fault.NUMBER, members.path() + "." + name + ": expected micrograms below 2^63");
  }

  /** Shows no figure. */
  @Override
  public String toString() {
    return "FootprintProposalBody[" + proposalId + "]";
  }
}
