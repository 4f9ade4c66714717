package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * What opens a {@link Commitment}: gross emissions, removals and credits, and biogenic uptake, each
 * in micrograms, and the blinding factor. It travels inside the envelope, only together with the
 * total, and both sides keep it.
 */
public record CommitmentOpening(
    long grossMicrograms, long removalsMicrograms, long uptakeMicrograms, BigInteger blinding) {
  private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,18}");

  public CommitmentOpening {
    requireNonNull(blinding, "blinding");
    if (grossMicrograms < 0 || removalsMicrograms < 0 || uptakeMicrograms < 0) {
      throw new IllegalArgumentException("committed amounts are zero or more");
    }
    if (blinding.signum() < 0 || blinding.compareTo(P256.ORDER) >= 0) {
      throw new IllegalArgumentException("the blinding factor is below the order of the curve");
    }
  }

  /** Amounts with a fresh blinding factor. */
  public static CommitmentOpening fresh(
      long grossMicrograms, long removalsMicrograms, long uptakeMicrograms, Randomness random) {
    return new CommitmentOpening(
        grossMicrograms, removalsMicrograms, uptakeMicrograms, random.scalarBelow(P256.ORDER));
  }

  /** {@code {"E":"…","R":"…","B":"…","r":"…"}}: micrograms as decimal strings, r as 32 bytes. */
  public ObjectNode toJson() {
    return StrictJson.object()
        .put("E", Long.toString(grossMicrograms))
        .put("R", Long.toString(removalsMicrograms))
        .put("B", Long.toString(uptakeMicrograms))
        .put("r", Base64Url.encode(P256.coordinate(blinding)));
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static CommitmentOpening fromJson(JsonNode json) {
    Members members = Members.of(json, "opening");
    long gross = amount(members, "E");
    long removals = amount(members, "R");
    long uptake = amount(members, "B");
    BigInteger blinding = new BigInteger(1, members.bytes("r", P256.COORDINATE_BYTES));
    members.end();
    if (blinding.compareTo(P256.ORDER) >= 0) {
      throw new MalformedException(Fault.NUMBER, "opening.r: not below the order of the curve");
    }
    return new CommitmentOpening(gross, removals, uptake, blinding);
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

  /** Shows nothing: the numbers are somebody's figure. */
  @Override
  public String toString() {
    return "CommitmentOpening";
  }
}
