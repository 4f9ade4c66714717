package org.cfptrace.verify;

import org.cfptrace.strict.MalformedException;

/**
 * Why something received was not accepted: the one catalogue, shown to operators and written into
 * quarantine. To the sender only {@link #outward()} is told, so that nobody can probe our keys.
 */
public enum Reason {
  // Shape
  TOO_LARGE(Kind.PLAIN, "larger than the limit for its kind"),
  MALFORMED_TOKEN(Kind.PLAIN, "not a token of the agreed spelling"),
  MALFORMED_HEADER(Kind.PLAIN, "the protected header is not exactly the one agreed"),
  UNSUPPORTED_VERSION(Kind.PLAIN, "a version of the form this reader does not know"),
  MALFORMED_PAYLOAD(Kind.PLAIN, "the payload is not the strict JSON agreed"),
  UNKNOWN_MESSAGE_TYPE(Kind.PLAIN, "a message type this reader does not know"),
  MALFORMED_BODY(Kind.PLAIN, "the body of the message is not of its type's form"),
  MALFORMED_DISCLOSURE(Kind.PLAIN, "a disclosure is not of the agreed form"),
  WEAK_SALT(Kind.PLAIN, "a salt is not 128 bits or more"),
  DUPLICATE_DISCLOSURE(Kind.PLAIN, "a disclosure is there twice"),
  UNREFERENCED_DISCLOSURE(Kind.PLAIN, "a disclosure belongs to no digest"),
  DUPLICATE_DIGEST(Kind.PLAIN, "a digest occurs twice"),
  CLAIM_COLLISION(Kind.PLAIN, "a disclosed claim has the name of a plain one"),
  RESERVED_CLAIM_NAME(Kind.PLAIN, "a disclosed claim is named _sd or ..."),
  UNKNOWN_CLAIM(Kind.PLAIN, "a claim nobody agreed on"),
  MALFORMED_CLAIM(Kind.PLAIN, "a claim is not of its agreed form"),
  BAD_NUMBER(Kind.PLAIN, "a number is not of the agreed spelling or range"),
  UNKNOWN_UNIT(Kind.PLAIN, "a unit nobody agreed on"),

  // Envelope
  MALFORMED_ENVELOPE(Kind.CRYPTOGRAPHIC, "not an envelope of the agreed form"),
  NOT_SEALED_TO_US(Kind.CRYPTOGRAPHIC, "sealed to a key that is not ours"),
  CANNOT_BE_OPENED(Kind.CRYPTOGRAPHIC, "the seal is broken"),
  BAD_PADDING(Kind.CRYPTOGRAPHIC, "the padding is not the agreed one"),

  // Signature
  UNKNOWN_SIGNER(Kind.CRYPTOGRAPHIC, "the signer is not in the directory"),
  UNKNOWN_KEY(Kind.CRYPTOGRAPHIC, "the signer never had this key"),
  WRONG_KEY_USE(Kind.CRYPTOGRAPHIC, "the key is not one that signs with ES256"),
  BAD_SIGNATURE(Kind.CRYPTOGRAPHIC, "the signature does not fit"),

  // Standing
  KEY_NOT_VALID_THEN(Kind.CRYPTOGRAPHIC, "the key was not valid at the time of issue"),
  COMPROMISED_KEY(Kind.CRYPTOGRAPHIC, "the key is reported as compromised"),
  STALE_DIRECTORY(Kind.HELD, "our copy of the directory is older than 24 hours"),
  SUSPENDED_SIGNER(Kind.HELD, "the signer is suspended"),
  ISSUED_IN_FUTURE(Kind.PLAIN, "issued later than our clock"),
  EXPIRED(Kind.PLAIN, "the message has expired"),
  LIFETIME_TOO_LONG(Kind.PLAIN, "the message expires before it was issued, or too long after"),

  // Address
  NOT_FOR_US(Kind.PLAIN, "addressed to someone else"),
  AUDIENCE_NOT_DISCLOSED(Kind.PLAIN, "the copy does not show whom it was made for"),
  FORWARDED(Kind.PLAIN, "a declaration of another company in the sender's own name"),

  // Replay
  REPLAYED(Kind.PLAIN, "an identifier used before, with other content"),

  // Supersession
  SUPERSEDES_ANOTHERS(Kind.PLAIN, "a correction of another company's declaration"),
  SUPERSEDES_OTHER(Kind.PLAIN, "a correction of a declaration of another product or period"),
  SUPERSESSION_CYCLE(Kind.PLAIN, "a correction that leads back to itself, or to no first one"),

  // Commitment and units
  OPENING_MISSING(Kind.PLAIN, "the total came without the opening of its commitment"),
  OPENING_WITHOUT_TOTAL(Kind.PLAIN, "an opening came without the total"),
  COMMITMENT_DOES_NOT_OPEN(Kind.PLAIN, "the commitment does not open to the amounts given"),
  TOTAL_IS_NOT_COMMITTED(Kind.PLAIN, "the total is not the amount committed to"),
  STAGES_WITHOUT_TOTAL(Kind.PLAIN, "the split into stages came without the total"),
  STAGES_DO_NOT_ADD_UP(Kind.PLAIN, "the stages do not add up to the amounts committed to"),
  UNIT_MISMATCH(Kind.PLAIN, "the unit does not convert to the one we buy in"),

  /** The one answer to the sender for anything cryptographic. */
  NOT_VERIFIABLE(Kind.PLAIN, "it could not be verified");

  private enum Kind {
    PLAIN,
    CRYPTOGRAPHIC,
    HELD
  }

  private final Kind kind;
  private final String sentence;

  Reason(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  /** What it means, for people. */
  public String sentence() {
    return sentence;
  }

  /** Whether this may pass with time: the bytes wait and are read again. */
  public boolean isHeld() {
    return kind == Kind.HELD;
  }

  /** What the sender may be told: one answer for anything cryptographic. */
  public Reason outward() {
    return kind == Kind.CRYPTOGRAPHIC ? NOT_VERIFIABLE : this;
  }

  /** The finer reason where a value is wrong rather than its place. */
  static Reason of(MalformedException malformed, Reason otherwise) {
    return switch (malformed.fault()) {
      case NUMBER -> BAD_NUMBER;
      case UNIT -> UNKNOWN_UNIT;
      case JSON, MEMBER, ENCODING -> otherwise;
    };
  }
}
