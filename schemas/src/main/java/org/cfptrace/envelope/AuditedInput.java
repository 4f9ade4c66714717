package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * A supplier's declaration that a sum rests on, as its buyer got it, and the buyer's leave to ask
 * that supplier for the rest.
 *
 * @param opening there when the buyer was shown the total
 * @param proof where it stands in the log, when the buyer knows by now
 * @param endorsement not there when the auditor's leave ends here
 * @param supplierKey the fingerprint of the supplier's key that the buyer has pinned, eight groups
 *     of five digits
 * @param seen where the supplier's terms let its buyer hand on nothing but the bare token: which
 *     claims the buyer itself was shown, and so has reckoned with; empty where the token shows them
 */
public record AuditedInput(
    String declaration,
    Optional<CommitmentOpening> opening,
    Optional<LoggedEntry> proof,
    Optional<String> endorsement,
    String supplierKey,
    Set<ClaimName> seen) {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9]{5}( [0-9]{5}){7}");

  /** One that shows whatever its buyer was shown. */
  public AuditedInput(
      String declaration,
      Optional<CommitmentOpening> opening,
      Optional<LoggedEntry> proof,
      Optional<String> endorsement,
      String supplierKey) {
    this(declaration, opening, proof, endorsement, supplierKey, Set.of());
  }

  public AuditedInput {
    requireNonNull(declaration, "declaration");
    requireNonNull(opening, "opening");
    requireNonNull(proof, "proof");
    endorsement.ifPresent(
        token -> CarriedToken.checked(token, CarriedToken.LONGEST_LEAVE, "endorsement"));
    if (!FINGERPRINT.matcher(supplierKey).matches()) {
      throw new IllegalArgumentException("supplierKey: expected eight groups of five digits");
    }
    seen = ClaimNames.copyOf(seen);
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("declaration", declaration);
    opening.ifPresent(shown -> json.set("opening", shown.toJson()));
    proof.ifPresent(known -> json.set("proof", known.toJson()));
    endorsement.ifPresent(token -> json.put("endorsement", token));
    json.put("supplierKey", supplierKey);
    if (!seen.isEmpty()) {
      ClaimNames.write(json, "seen", seen);
    }
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static AuditedInput read(Members members) {
    String declaration = members.text("declaration", CarriedToken.LONGEST_DECLARATION);
    Optional<CommitmentOpening> opening =
        members.has("opening")
            ? Optional.of(CommitmentOpening.fromJson(members.any("opening")))
            : Optional.empty();
    Optional<LoggedEntry> proof =
        members.optionalObject("proof").map(object -> LoggedEntry.fromJson(object.node()));
    Optional<String> endorsement =
        CarriedToken.readOptional(members, "endorsement", CarriedToken.LONGEST_LEAVE);
    String supplierKey = members.text("supplierKey");
    Set<ClaimName> seen = members.has("seen") ? ClaimNames.read(members, "seen") : Set.of();
    members.end();
    if (!FINGERPRINT.matcher(supplierKey).matches()) {
      throw new MalformedException(
          Fault.MEMBER, members.path() + ".supplierKey: expected eight groups of five digits");
    }
    return new AuditedInput(declaration, opening, proof, endorsement, supplierKey, seen);
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "AuditedInput";
  }
}
