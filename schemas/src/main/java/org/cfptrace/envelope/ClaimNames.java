package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** Names of claims in a body: at least one, each once. */
final class ClaimNames {
  private ClaimNames() {}

  static Set<ClaimName> copyOf(Set<ClaimName> names) {
    Set<ClaimName> copy = EnumSet.noneOf(ClaimName.class);
    copy.addAll(names);
    return Collections.unmodifiableSet(copy);
  }

  static void write(ObjectNode json, String member, Set<ClaimName> names) {
    ArrayNode written = json.putArray(member);
    names.forEach(name -> written.add(name.jsonName()));
  }

  static Set<ClaimName> read(Members members, String member) {
    Set<ClaimName> names = EnumSet.noneOf(ClaimName.class);
    for (String name : members.texts(member, ClaimName.values().length)) {
      if (!ClaimName.ofJsonName(name).filter(names::add).isPresent()) {
        throw new MalformedException(
            Fault.MEMBER, at(members, member) + ": expected names of claims, each once");
      }
    }
    if (names.isEmpty()) {
      throw new MalformedException(
          Fault.MEMBER, at(members, member) + ": not written when it is empty");
    }
    return names;
  }

  private static String at(Members members, String member) {
    return members.path() + "." + member;
  }
}
