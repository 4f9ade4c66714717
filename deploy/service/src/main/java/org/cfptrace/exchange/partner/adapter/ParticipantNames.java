package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.answer.Refused;

/** Participants as people write them: by their short id, or by the full identifier. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
public class ParticipantNames {
  private static final String DID = "did:";

  private final TrustAnchor anchor;

  ParticipantNames(EnrolledParticipant me) {
    this.anchor = me.trustAnchor();
  }

  /**
   * Reads either form.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public ParticipantId read(String text) {
    return text.startsWith(DID) ? new ParticipantId(text) : anchor.participant(text);
  }

  /** Reads the last part of a path; what is no participant names nothing. */
  public ParticipantId inPath(String text) {
    try {
      return read(text);
    } catch (IllegalArgumentException unreadable) {
      throw Refused.notFound("partner", text.length() <= 60 ? text : text.substring(0, 60) + "…");
    }
  }
}
