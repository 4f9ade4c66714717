package org.cfptrace.envelope;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a message is about. All names are reserved from the first version on. */
public enum MessageType {
  FOOTPRINT_REQUEST("FootprintRequest"),
  REQUEST_REMINDER("RequestReminder"),
  REQUEST_LINKED("RequestLinked"),
  REQUEST_REJECTED("RequestRejected"),
  REQUEST_CANCELLED("RequestCancelled"),
  REQUEST_REPLY("RequestReply"),
  DECLARATION("Declaration"),
  RECEIPT("Receipt"),
  INCLUSION_PROOF("InclusionProof"),
  RECALL("Recall"),
  PROGRESS("Progress"),
  PRESENTATION("Presentation"),
  PARTNER_INVITATION("PartnerInvitation"),
  PARTNER_ANSWER("PartnerAnswer"),
  AGREEMENT_OFFER("AgreementOffer"),
  AGREEMENT_COUNTER("AgreementCounter"),
  AGREEMENT_SIGNED("AgreementSigned"),
  AGREEMENT_RETIRED("AgreementRetired"),
  OBLIGATION_DONE("ObligationDone"),
  MANDATE_ISSUED("MandateIssued"),
  RELEASE("Release"),
  WITHHOLD("Withhold"),
  AUDIT_REQUEST("AuditRequest"),
  AUDIT_DISCLOSURE("AuditDisclosure"),
  AUDIT_REFUSAL("AuditRefusal"),
  DISCLOSED("Disclosed"),
  ATTESTATION("Attestation"),
  ATTESTATION_WITHDRAWN("AttestationWithdrawn"),
  FILE_OFFER("FileOffer"),
  FILE_CHUNK("FileChunk"),
  REDUCTION_REQUEST("ReductionRequest"),
  REDUCTION_ANSWER("ReductionAnswer"),
  FOOTPRINT_PROPOSAL("FootprintProposal"),
  PROPOSAL_ANSWER("ProposalAnswer"),
  SIGNATURE_REQUEST("SignatureRequest"),
  SIGNATURE_ANSWER("SignatureAnswer"),
  RESEND_REQUEST("ResendRequest");

  private static final Map<String, MessageType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(MessageType::jsonName, Function.identity()));

  private final String jsonName;

  MessageType(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name as it is written in a message. */
  public String jsonName() {
    return jsonName;
  }

  public static Optional<MessageType> ofJsonName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
