package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#PROPOSAL_ANSWER}: the company has stated what was proposed, and
 * under which id, or will not, and why.
 *
 * @param reason there exactly when it is refused
 * @param declarationId the company's own statement; there exactly when it is accepted
 */
public record ProposalAnswerBody(
    ProposalId proposalId, Optional<String> reason, Optional<DeclarationId> declarationId) {
  /** The longest reason; as long as that of a {@link RecallBody}. */
  public static final int LONGEST_REASON = RecallBody.LONGEST_REASON;

  public ProposalAnswerBody {
    requireNonNull(proposalId, "proposalId");
    Words.checked(reason, LONGEST_REASON, "reason");
    requireNonNull(declarationId, "declarationId");
    if (reason.isPresent() == declarationId.isPresent()) {
      throw new IllegalArgumentException("accepted with a declaration, or refused with a reason");
    }
  }

  public static ProposalAnswerBody accepted(ProposalId proposalId, DeclarationId declarationId) {
    return new ProposalAnswerBody(proposalId, Optional.empty(), Optional.of(declarationId));
  }

  public static ProposalAnswerBody refused(ProposalId proposalId, String reason) {
    return new ProposalAnswerBody(proposalId, Optional.of(reason), Optional.empty());
  }

  public boolean isAccepted() {
    return declarationId.isPresent();
  }

  public ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object().put("proposalId", proposalId.toString()).put("accepted", isAccepted());
    reason.ifPresent(text -> json.put("reason", text));
    declarationId.ifPresent(id -> json.put("declarationId", id.value()));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static ProposalAnswerBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    ProposalId proposalId = members.value("proposalId", ProposalId::of);
    boolean accepted = members.flag("accepted");
    Optional<String> reason = members.optionalText("reason", LONGEST_REASON);
    Optional<DeclarationId> declarationId =
        members.has("declarationId")
            ? Optional.of(members.value("declarationId", DeclarationId::new))
            : Optional.empty();
    members.end();
    if (accepted != declarationId.isPresent() || accepted == reason.isPresent()) {
      throw new MalformedException(
          Fault.MEMBER, "body.accepted: true with a declaration, or false with a reason");
    }
    return new ProposalAnswerBody(proposalId, reason, declarationId);
  }
}
