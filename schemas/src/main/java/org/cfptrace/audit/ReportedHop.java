package org.cfptrace.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.HopVerdict;
import org.cfptrace.chain.Remark;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;

/**
 * One declaration of the chain as a report tells of it.
 *
 * @param buyer the place in the report, counted from 0, of the declaration whose sum uses this one;
 *     empty for the one the audit is about
 * @param reason why it failed, or what the company that refused it said; empty when verified
 * @param detail what was expected and what was seen, for a person
 * @param remarks what a reader should know beside that, in the order of the catalogue
 * @param share how many percent of the emissions of the footprint audited it stands for
 */
public record ReportedHop(
    OptionalInt buyer,
    ParticipantId company,
    DeclarationId declarationId,
    HopOutcome outcome,
    Optional<Reason> reason,
    Optional<String> detail,
    Set<Remark> remarks,
    Coverage share) {
  /** The longest detail. */
  public static final int LONGEST_DETAIL = 500;

  public ReportedHop {
    requireNonNull(buyer, "buyer");
    requireNonNull(company, "company");
    requireNonNull(declarationId, "declarationId");
    requireNonNull(outcome, "outcome");
    requireNonNull(reason, "reason");
    Set<Remark> copy = EnumSet.noneOf(Remark.class);
    copy.addAll(remarks);
    remarks = Collections.unmodifiableSet(copy);
    requireNonNull(share, "share");
    if ((outcome == HopOutcome.FAILED) != reason.isPresent()) {
      throw new IllegalArgumentException("a reason is given exactly where a hop failed");
    }
    detail.ifPresent(
        text -> {
          if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_DETAIL) {
            throw new IllegalArgumentException("a detail has 1 to " + LONGEST_DETAIL);
          }
        });
  }

  /** What a verdict says of a declaration. */
  static ReportedHop of(HopVerdict hop) {
    return new ReportedHop(
        hop.buyer(),
        hop.company(),
        hop.declarationId(),
        hop.outcome(),
        hop.reason(),
        hop.detail().filter(text -> !text.isEmpty()).map(ReportedHop::shortened),
        hop.remarks(),
        hop.share());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_DETAIL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_DETAIL));
  }

  ObjectNode toJson() {
    ObjectNode json = StrictJson.object();
    buyer.ifPresent(place -> json.put("buyer", place));
    json.put("company", company.did())
        .put("declarationId", declarationId.value())
        .put("outcome", outcome.name());
    reason.ifPresent(why -> json.put("reason", why.name()));
    detail.ifPresent(text -> json.put("detail", text));
    ArrayNode names = json.putArray("remarks");
    remarks.forEach(remark -> names.add(remark.name()));
    return json.put("share", share.text());
  }

  static ReportedHop read(Members members) {
    OptionalInt buyer =
        members.has("buyer") ? OptionalInt.of(place(members, "buyer")) : OptionalInt.empty();
    ReportedHop hop =
        new ReportedHop(
            buyer,
            members.value("company", ParticipantId::new),
            members.value("declarationId", DeclarationId::new),
            members.value("outcome", HopOutcome::valueOf),
            members.has("reason")
                ? Optional.of(members.value("reason", Reason::valueOf))
                : Optional.empty(),
            members.optionalText("detail", LONGEST_DETAIL),
            remarks(members),
            Coverage.read(members, "share"));
    members.end();
    return hop;
  }

  /** One spelling of each set: sorted as the catalogue is, each once; empty, not left out. */
  private static Set<Remark> remarks(Members members) {
    List<String> names = members.texts("remarks", Remark.values().length);
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    for (Remark remark : Remark.values()) {
      if (names.contains(remark.name())) {
        remarks.add(remark);
      }
    }
    if (!names.equals(remarks.stream().map(Remark::name).toList())) {
      throw new MalformedException(
          Fault.MEMBER, members.path() + ".remarks: expected known names, in order, each once");
    }
    return remarks;
  }

  private static int place(Members members, String name) {
    long place = members.wholeNumber(name);
    if (place >= AuditReport.MOST_HOPS) {
      throw new MalformedException(Fault.MEMBER, members.path() + "." + name + ": no such place");
    }
    return (int) place;
  }
}
