package org.cfptrace.verify;

import org.cfptrace.log.LogReason;
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
  PRESENTED_BY_ITS_ISSUER(Kind.PLAIN, "handed on by its own issuer, who should declare it"),
  NOT_THE_AUDIENCE(Kind.PLAIN, "handed on by a company for which it was not made"),
  TERMS_NOT_DISCLOSED(Kind.PLAIN, "handed on without showing the terms that would allow it"),
  ONWARD_NOT_ALLOWED(Kind.PLAIN, "its terms do not let it be handed on to an aggregator"),

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

  // Log
  BAD_CHECKPOINT(Kind.PLAIN, "the checkpoint is not one that the log signed"),
  OTHER_LOG(Kind.PLAIN, "it is about another log"),
  BAD_INCLUSION_PROOF(Kind.PLAIN, "the proof does not show that it is in the log"),
  BAD_CONSISTENCY_PROOF(Kind.PLAIN, "the proof does not show that the log only grew"),
  TREE_SHRANK(Kind.PLAIN, "the log holds less than it did before"),
  FORK(Kind.PLAIN, "the log shows two histories"),
  WITNESSES_MISSING(Kind.PLAIN, "fewer witnesses signed the checkpoint than we ask for"),
  BAD_TIMESTAMP(Kind.PLAIN, "the time stamp is not one of the authority we know, over this"),
  ISSUED_AFTER_INCLUSION(Kind.PLAIN, "issued later than it was in the log"),

  // Chain
  NOT_THE_ONE_ASKED(Kind.PLAIN, "a declaration of another company, product or period than asked"),
  NOT_THE_ONE_HELD(Kind.PLAIN, "not the declaration that the customer holds"),
  KEY_NOT_PINNED(Kind.CRYPTOGRAPHIC, "not signed by the key that its customer had pinned"),
  CLAIM_NOT_SHOWN(Kind.PLAIN, "a claim that an auditor must see is not shown"),
  NOT_LOGGED(Kind.PLAIN, "there is no proof yet that it is in the public log"),
  STATUS_UNKNOWN(Kind.PLAIN, "the status list is older than the entry in the log"),
  RECALLED(Kind.PLAIN, "its issuer has recalled it"),
  SUPERSEDED(Kind.PLAIN, "its issuer has corrected it"),
  STATEMENT_DIFFERS(Kind.PLAIN, "it differs from what its issuer stated to itself or to others"),
  INPUT_HIDDEN(Kind.PLAIN, "an input of the sum is not shown"),
  INPUT_LINK_BROKEN(Kind.PLAIN, "an input is not the declaration that was signed for"),
  INPUT_TWICE(Kind.PLAIN, "the same declaration twice for one line"),
  INPUT_RECALLED(Kind.PLAIN, "the sum uses a declaration that its issuer has recalled"),
  INPUT_SUPERSEDED(Kind.PLAIN, "the sum uses a declaration that its issuer has corrected"),
  CONTRIBUTION_DIFFERS(Kind.PLAIN, "a contribution is not amount, yield and factor times figure"),
  SUM_DIFFERS(Kind.PLAIN, "own emissions and contributions are not the total"),
  PERIOD_NOT_COVERED(Kind.PLAIN, "an input does not speak for the period it is used in"),
  METHOD_DIFFERS(Kind.PLAIN, "an input was worked out with other potentials or another boundary"),
  COMPLETENESS_DIFFERS(Kind.PLAIN, "called complete although something is missing"),
  QUALITY_DIFFERS(Kind.PLAIN, "data quality or estimated share do not follow from the inputs"),
  NOT_ACCREDITED(Kind.PLAIN, "the auditor was not accredited then"),
  EVIDENCE_DIFFERS(Kind.PLAIN, "the evidence is not the one that the report names"),
  REPORT_DIFFERS(Kind.PLAIN, "the report does not say what the evidence shows"),
  CHAIN_CYCLE(Kind.PLAIN, "a product is made of itself"),

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

  /** What people read of a reason that the log's own checks gave. */
  public static Reason of(LogReason reason) {
    return valueOf(reason.name());
  }

  /** The finer reason where a value is wrong rather than its place. */
  public static Reason of(MalformedException malformed, Reason otherwise) {
    return switch (malformed.fault()) {
      case NUMBER -> BAD_NUMBER;
      case UNIT -> UNKNOWN_UNIT;
      case JSON, MEMBER, ENCODING -> otherwise;
    };
  }
}
