package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.StringJoiner;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/**
 * What two people read to each other before their companies trust each other's keys: eight groups
 * of five digits, made from the participant's name and its signing key. Digits, because they sound
 * the same at both ends of a Japanese-English telephone call. (132 bits: nobody finds a second key
 * with the same digits.)
 */
public record Fingerprint(String text) {
  private static final int GROUPS = 8;
  private static final BigInteger GROUP = BigInteger.valueOf(100_000);

  public Fingerprint {
    requireNonNull(text, "text");
    if (!text.matches("[0-9]{5}( [0-9]{5}){7}")) {
      throw new IllegalArgumentException("expected eight groups of five digits");
    }
  }

  /** Takes what a person typed: any white space or hyphens between the digits. */
  public static Fingerprint parse(String typed) {
    var digits = typed.replaceAll("[\\s\u3000-]", "");
    if (!digits.matches("[0-9]{40}")) {
      throw new IllegalArgumentException("expected 40 digits");
    }
    return new Fingerprint(digits.replaceAll("(.{5})(?!$)", "$1 "));
  }

  public static Fingerprint of(ParticipantId participant, KeyThumbprint signingKey) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("cfp-fingerprint-v1\n".getBytes(UTF_8));
      digest.update((participant.did() + "\n" + signingKey.value()).getBytes(UTF_8));
      var number = new BigInteger(1, digest.digest());
      var groups = new StringJoiner(" ");
      for (int i = 0; i < GROUPS; i++) {
        var part = number.divideAndRemainder(GROUP);
        groups.add(String.format(Locale.ROOT, "%05d", part[1].intValueExact()));
        number = part[0];
      }
      return new Fingerprint(groups.toString());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
