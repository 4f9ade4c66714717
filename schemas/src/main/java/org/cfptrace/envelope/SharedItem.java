package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * What a company gives a customer or keeps back, product by product. In messages the names stand in
 * the order of the alphabet, which is the order here, each once.
 */
public enum SharedItem {
  /** How many suppliers were asked for the figure, and how many answered. */
  COVERAGE,
  /** Proofs that back the figure. */
  EVIDENCE,
  /** Primary data share and data quality rating. */
  QUALITY,
  /** The footprint by stage and account. */
  STAGES,
  /** The cumulative footprint itself. */
  TOTAL;

  private static final String MEMBER = "switches";

  /** A copy in order; there must be one at least. */
  static Set<SharedItem> checked(Set<SharedItem> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("switches: expected at least one");
    }
    return Collections.unmodifiableSet(EnumSet.copyOf(items));
  }

  static ArrayNode write(Set<SharedItem> items) {
    ArrayNode names = StrictJson.array();
    items.forEach(item -> names.add(item.name()));
    return names;
  }

  static Set<SharedItem> read(Members members) {
    List<String> names = members.texts(MEMBER, values().length);
    Set<SharedItem> items = EnumSet.noneOf(SharedItem.class);
    for (SharedItem item : values()) {
      if (names.contains(item.name())) {
        items.add(item);
      }
    }
    // One spelling of each set: what does not come out as it went in is unknown, doubled or
    // unsorted.
    if (items.isEmpty() || !names.equals(items.stream().map(SharedItem::name).toList())) {
      throw new MalformedException(
          Fault.MEMBER,
          members.path() + "." + MEMBER + ": expected known names, sorted, each once");
    }
    return items;
  }
}
