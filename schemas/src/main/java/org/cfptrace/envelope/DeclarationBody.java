package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#DECLARATION}: the recipient's view, and the opening of its
 * commitment if, and only if, the view shows the total.
 */
public record DeclarationBody(String declaration, Optional<CommitmentOpening> opening) {

  public DeclarationBody {
    requireNonNull(declaration, "declaration");
    requireNonNull(opening, "opening");
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("declaration", declaration);
    opening.ifPresent(shown -> json.set("opening", shown.toJson()));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static DeclarationBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    DeclarationBody read = read(members);
    members.end();
    return read;
  }

  /** Reads the two members where others stand beside them. */
  public static DeclarationBody read(Members members) {
    String declaration = members.text("declaration");
    Optional<CommitmentOpening> opening =
        members.has("opening")
            ? Optional.of(CommitmentOpening.fromJson(members.any("opening")))
            : Optional.empty();
    return new DeclarationBody(declaration, opening);
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "DeclarationBody";
  }
}
