package org.cfptrace.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.junit.jupiter.api.Test;

class CommitmentTest {
  private static final CommitmentOpening THREE_KILOGRAMS =
      CommitmentOpening.fresh(3_000_000_000L, 12L, 500L, Randomness.secure());

  @Test
  void isTheSumOfTheFourMultiples() {
    CommitmentOpening opening =
        new CommitmentOpening(
            Long.MAX_VALUE, 256, 1, CustomNamedCurves.getByName("secp256r1").getN().shiftRight(1));

    ECPoint expected =
        CustomNamedCurves.getByName("secp256r1")
            .getG()
            .multiply(BigInteger.valueOf(Long.MAX_VALUE))
            .add(Commitment.Bases.hashed("G2").multiply(BigInteger.valueOf(256)))
            .add(Commitment.Bases.hashed("G3"))
            .add(Commitment.Bases.hashed("H").multiply(opening.blinding()));

    assertThat(Commitment.to(opening).encoded())
        .isEqualTo(Base64Url.encode(expected.getEncoded(true)));
  }

  /** RFC 9380, appendix J.1.1, first vector: the empty message. */
  @Test
  void hashesToTheCurveAsTheRfcDoes() {
    ECPoint point =
        Commitment.Bases.hashed("", "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_").normalize();

    assertThat(point.getAffineXCoord().toBigInteger().toString(16))
        .isEqualTo("2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4");
    assertThat(point.getAffineYCoord().toBigInteger().toString(16))
        .isEqualTo("8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415");
  }

  @Test
  void opensToItsOwnAmountsOnly() {
    Commitment commitment = Commitment.parse(Commitment.to(THREE_KILOGRAMS).encoded());

    assertThat(commitment.opensTo(THREE_KILOGRAMS)).isTrue();
    assertThat(commitment.opensTo(changed(3_000_000_001L, 12, 500))).isFalse();
    assertThat(commitment.opensTo(changed(3_000_000_000L, 13, 500))).isFalse();
    assertThat(commitment.opensTo(changed(3_000_000_000L, 12, 499))).isFalse();
    assertThat(
            commitment.opensTo(
                new CommitmentOpening(
                    3_000_000_000L, 12, 500, THREE_KILOGRAMS.blinding().xor(BigInteger.ONE))))
        .isFalse();
  }

  @Test
  void twoCommitmentsToTheSameAmountsCannotBeJoined() {
    CommitmentOpening again =
        CommitmentOpening.fresh(3_000_000_000L, 12L, 500L, Randomness.secure());

    assertThat(Commitment.to(again)).isNotEqualTo(Commitment.to(THREE_KILOGRAMS));
  }

  @Test
  void anOpeningSurvivesItsJson() {
    assertThat(CommitmentOpening.fromJson(THREE_KILOGRAMS.toJson())).isEqualTo(THREE_KILOGRAMS);
    assertThat(THREE_KILOGRAMS.toString()).doesNotContain("3000000000");
  }

  @Test
  void refusesWhatIsNotACompressedPointOfTheCurve() {
    byte[] noPoint = new byte[Commitment.BYTES];
    noPoint[0] = 2;
    noPoint[Commitment.BYTES - 1] = 1;
    byte[] uncompressed = CustomNamedCurves.getByName("secp256r1").getG().getEncoded(false);

    assertThatThrownBy(() -> Commitment.parse(Base64Url.encode(noPoint)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Commitment.parse(Base64Url.encode(uncompressed)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Commitment.parse(Base64Url.encode(new byte[1])))
        .isInstanceOf(MalformedException.class);
  }

  private static CommitmentOpening changed(long gross, long removals, long uptake) {
    return new CommitmentOpening(gross, removals, uptake, THREE_KILOGRAMS.blinding());
  }
}
