package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cfptrace.keys.Randomness;
import org.cfptrace.strict.StrictJson;

/**
 * The one recursive disclosure of the inputs: the claim holds digests of groups, a group digests of
 * elements. So even the number of suppliers is hidden, and an auditor can be shown one by one. In a
 * list the claim stands first, then each group followed by its elements; all groups but the last
 * are full.
 */
final class InputDisclosures {
  static final int GROUP_SIZE = 100;

  private InputDisclosures() {}

  static List<Disclosure> of(List<JsonNode> elements, Randomness random) {
    List<Disclosure> all = new ArrayList<>();
    List<Disclosure> groups = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += GROUP_SIZE) {
      List<JsonNode> values = elements.subList(from, Math.min(elements.size(), from + GROUP_SIZE));
      List<Disclosure> hidden =
          values.stream().map(value -> Disclosure.ofElement(value, random)).toList();
      Disclosure group = Disclosure.ofElement(places(hidden), random);
      groups.add(group);
      all.add(group);
      all.addAll(hidden);
    }
    all.add(0, Disclosure.ofMember(ClaimName.INPUTS.jsonName(), places(groups), random));
    return all;
  }

  /** The claim, and of the elements only those at {@code shown}, each with its group. */
  static List<String> only(List<String> all, Set<Integer> shown) {
    List<String> result = new ArrayList<>();
    result.add(all.get(0));
    int groupAdded = -1;
    for (int place : shown.stream().sorted().toList()) {
      int group = 1 + place / GROUP_SIZE * (GROUP_SIZE + 1);
      int element = group + 1 + place % GROUP_SIZE;
      if (place < 0 || element >= all.size()) {
        throw new IllegalArgumentException("there is no input " + place);
      }
      if (group != groupAdded) {
        result.add(all.get(group));
        groupAdded = group;
      }
      result.add(all.get(element));
    }
    return result;
  }

  private static ArrayNode places(List<Disclosure> disclosures) {
    ArrayNode array = StrictJson.array();
    disclosures.forEach(disclosure -> array.addObject().put("...", disclosure.digest()));
    return array;
  }
}
