package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.cfptrace.keys.Sha256;

/**
 * A time stamp (RFC 3161) over a signed checkpoint: an authority that knows nothing of the log says
 * when the note was there. One stamp protects everything the tree held at that time.
 */
public final class Timestamp {
  /** The longest token taken. */
  public static final int LONGEST = 32 * 1024;

  private final String note;
  private final byte[] token;

  /** A stamp over the exact text of a signed note; {@code token} is in DER. */
  public Timestamp(String note, byte[] token) {
    this.note = requireNonNull(note, "note");
    this.token = token.clone();
  }

  public String note() {
    return note;
  }

  public byte[] token() {
    return token.clone();
  }

  /** The request (DER) that asks an authority to stamp a note. */
  public static byte[] request(String note, BigInteger nonce) {
    try {
      return asking(note, nonce).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a request could not be written", e);
    }
  }

  private static TimeStampRequest asking(String note, BigInteger nonce) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(NISTObjectIdentifiers.id_sha256, imprint(note), nonce);
  }

  /** Takes the token out of an authority's answer, when it answers just that request. */
  public static LogVerdict<Timestamp> answered(String note, BigInteger nonce, byte[] response) {
    try {
      TimeStampResponse answer = new TimeStampResponse(response);
      answer.validate(asking(note, nonce));
      TimeStampToken token = answer.getTimeStampToken();
      return token == null
          ? refused("the authority granted no stamp")
          : LogVerdict.proven(new Timestamp(note, token.getEncoded()));
    } catch (TSPException | IOException e) {
      return refused("not an answer to the request: " + e.getMessage());
    }
  }

  private static byte[] imprint(String note) {
    return Sha256.of(note.getBytes(UTF_8));
  }

  /** Checks it as {@link #check(TimestampCertificate, Optional)}, whatever its nonce. */
  public LogVerdict<Instant> check(TimestampCertificate authority) {
    return check(authority, Optional.empty());
  }

  /**
   * Checks that it stamps this note, that {@code authority} signed it, whose certificate is for
   * time stamping alone and was valid then, and that it holds the nonce, where one was asked with;
   * answers with its time.
   */
  public LogVerdict<Instant> check(TimestampCertificate authority, Optional<BigInteger> nonce) {
    if (token.length > LONGEST) {
      return refused("larger than " + LONGEST + " bytes");
    }
    try {
      TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
      if (!isOver(stamp, note)) {
        return refused("stamps something else");
      }
      if (nonce.isPresent() && !nonce.get().equals(stamp.getTimeStampInfo().getNonce())) {
        return refused("made for another request");
      }
      // Signature, the certificate meant, its validity then, and its only use: time stamping.
      stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority.certificate()));
      return LogVerdict.proven(stamp.getTimeStampInfo().getGenTime().toInstant());
    } catch (TSPException
        | CMSException
        | IOException
        | OperatorCreationException
        | RuntimeException e) {
      // Whatever the parser makes of hostile bytes: it is not a stamp.
      return refused("not a stamp of the authority known: " + e.getMessage());
    }
  }

  /**
   * Checks only that the token, whoever made it, is over the exact bytes of the note; {@link
   * #check} does so too.
   */
  public LogVerdict<Timestamp> checkImprint() {
    try {
      return token.length <= LONGEST && isOver(new TimeStampToken(new CMSSignedData(token)), note)
          ? LogVerdict.proven(this)
          : refused("stamps something else");
    } catch (TSPException | CMSException | IOException | RuntimeException e) {
      return refused("not a stamp: " + e.getMessage());
    }
  }

  private static boolean isOver(TimeStampToken stamp, String note) {
    return stamp
            .getTimeStampInfo()
            .getMessageImprintAlgOID()
            .equals(NISTObjectIdentifiers.id_sha256)
        && Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), imprint(note));
  }

  private static <T> LogVerdict<T> refused(String detail) {
    return LogVerdict.refused(LogReason.BAD_TIMESTAMP, detail);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timestamp that
        && that.note.equals(note)
        && Arrays.equals(that.token, token);
  }

  @Override
  public int hashCode() {
    return 31 * note.hashCode() + Arrays.hashCode(token);
  }

  @Override
  public String toString() {
    return "Timestamp[" + token.length + " bytes]";
  }
}
