package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.keys.Randomness;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.StrictJson;

/**
 * What the sum was made of. Signed as groups of at most a hundred, each group and each element
 * behind its own digest; a reader sees the elements that were shown to it.
 */
public record InputsClaim(List<InputElement> elements) implements Claim {

  public InputsClaim {
    elements = List.copyOf(elements);
  }

  @Override
  public ClaimName name() {
    return ClaimName.INPUTS;
  }

  /** The resolved form: an array of groups. */
  @Override
  public JsonNode toJson() {
    ArrayNode groups = StrictJson.array();
    for (int i = 0; i < elements.size(); i++) {
      if (i % InputDisclosures.GROUP_SIZE == 0) {
        groups.addArray();
      }
      ((ArrayNode) groups.get(groups.size() - 1)).add(elements.get(i).toJson());
    }
    return groups;
  }

  List<Disclosure> disclosures(Randomness random) {
    return InputDisclosures.of(elements.stream().map(InputElement::toJson).toList(), random);
  }

  static InputsClaim read(JsonNode json) {
    List<InputElement> elements = new ArrayList<>();
    for (JsonNode group : array(json)) {
      if (group.size() > InputDisclosures.GROUP_SIZE) {
        throw new MalformedException(Fault.MEMBER, "inputs: a group holds at most 100");
      }
      array(group).forEach(element -> elements.add(InputElement.read(element)));
    }
    return new InputsClaim(elements);
  }

  private static JsonNode array(JsonNode json) {
    if (!json.isArray()) {
      throw new MalformedException(Fault.MEMBER, "inputs: expected arrays of arrays");
    }
    return json;
  }
}
