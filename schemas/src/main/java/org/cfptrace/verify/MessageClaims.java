package org.cfptrace.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** The nine claims of a message, each of its form; nothing is judged yet. */
record MessageClaims(
    ParticipantId issuer,
    ParticipantId audience,
    String jti,
    Instant issuedAt,
    Instant expiresAt,
    String thread,
    long seq,
    MessageType type,
    ObjectNode body) {

  /**
   * Who says it and where in which thread: the part that serves even when the rest is of no use.
   * Empty when it was said to someone else: then who signed it is not who sent it to us.
   */
  static Optional<Origin> origin(Members members, ParticipantId me) {
    Origin origin =
        new Origin(
            members.value("iss", ParticipantId::new),
            TokenClaims.jti(members),
            threadOf(members),
            seqOf(members));
    return members.text("aud").equals(me.did()) ? Optional.of(origin) : Optional.empty();
  }

  static MessageClaims read(Members members) {
    MessageClaims claims =
        new MessageClaims(
            members.value("iss", ParticipantId::new),
            members.value("aud", ParticipantId::new),
            TokenClaims.jti(members),
            TokenClaims.instant(members, "iat"),
            TokenClaims.instant(members, "exp"),
            threadOf(members),
            seqOf(members),
            typeOf(members),
            (ObjectNode) members.object("body").node());
    members.end();
    return claims;
  }

  private static String threadOf(Members members) {
    String thread = members.text("thread");
    if (!DraftMessage.THREAD.matcher(thread).matches()) {
      throw new MalformedException(Fault.MEMBER, "thread: not of the agreed form");
    }
    return thread;
  }

  private static long seqOf(Members members) {
    long seq = members.wholeNumber("seq");
    if (seq < 1) {
      throw new MalformedException(Fault.MEMBER, "seq: counts from 1");
    }
    return seq;
  }

  private static MessageType typeOf(Members members) {
    return MessageType.ofJsonName(members.text("type", 64))
        .orElseThrow(() -> new Refusal(Reason.UNKNOWN_MESSAGE_TYPE, "not a type we know"));
  }
}
