package org.cfptrace.service;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeptTokens;

/** Walls that stand in every service alike. */
public final class Walls {

  private Walls() {}

  /** What others have signed is read by the readers of {@code schemas} and by nothing else. */
  public static ArchRule nobodyParsesTokens() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.nimbusds..")
        .allowEmptyShould(true);
  }

  /** The parser for what carries tokens is for those readers; what we keep ourselves is "kept". */
  public static ArchRule nobodyParsesCarriers() {
    return noClasses()
        .should()
        .callMethod(StrictJson.class, "parseCarrier", byte[].class)
        .because("schemas reads what others have signed, and hands over what it has checked");
  }

  /** What is kept is taken apart by the types of {@code schemas} that say what may be so. */
  public static ArchRule nobodyOpensKeptTokens() {
    return noClasses()
        .should()
        .dependOnClassesThat(equivalentTo(KeptTokens.class))
        .because("whoever opens tokens without their signature decides what is believed");
  }

  /** A payload is taken apart by decoding it and reading its JSON: no class may do both. */
  public static ArchRule nobodyTakesPayloadsApart() {
    return noClasses()
        .that(call(Base64Url.class, "decode"))
        .should(callAny(StrictJson.class, "parse", "parseKept", "parseArchive"))
        .allowEmptyShould(true)
        .because("schemas reads what others have signed, and hands over what it has checked");
  }

  /** Whoever makes a write repeatable notes it, in the method itself or in what it calls. */
  public static ArchRule everyWriteIsInTheJournal(Set<String> knownExceptions) {
    return everyWriteIsNoted(
        Set.of(Writes.class.getName()),
        knownExceptions,
        call -> isTo(call, Journal.class) && call.getName().equals("note"));
  }

  /**
   * The same in other words.
   *
   * @param writes the names of the classes that make a write repeatable
   * @param knownExceptions methods that hand over what notes it, as {@code Class.method}
   * @param note whether a call notes one
   */
  public static ArchRule everyWriteIsNoted(
      Set<String> writes, Set<String> knownExceptions, Predicate<JavaCall<?>> note) {
    return methods()
        .that()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe(
                "are not themselves such", each -> !writes.contains(each.getName())))
        .and(makeAWriteRepeatable(writes, knownExceptions))
        .should(reach(note))
        .because("what was done, and by whom, is written down");
  }

  /** A border of a transaction that no crash point names is one at which no test has died. */
  public static ArchRule transactionsOfTheirOwnHaveCrashPoints(Set<String> knownExceptions) {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "do not know their crash points and are not among " + knownExceptions,
                each ->
                    !knownExceptions.contains(outermost(each).getSimpleName())
                        && !knowsCrashPoints(outermost(each))))
        .should(callAny(Transactions.class, "inNew", "doInNew", "inNewUntilKept"));
  }

  private static boolean knowsCrashPoints(JavaClass each) {
    return each.getDirectDependenciesFromSelf().stream()
        .anyMatch(
            seen ->
                seen.getTargetClass().isEquivalentTo(CrashPoints.class)
                    || seen.getTargetClass().isEquivalentTo(MarkedTransactions.class));
  }

  private static JavaClass outermost(JavaClass each) {
    return each.getEnclosingClass().map(Walls::outermost).orElse(each);
  }

  private static DescribedPredicate<JavaClass> call(Class<?> owner, String method) {
    return DescribedPredicate.describe(
        "call " + owner.getSimpleName() + "." + method,
        each ->
            each.getMethodCallsFromSelf().stream()
                .anyMatch(call -> isTo(call, owner) && call.getName().startsWith(method)));
  }

  private static ArchCondition<JavaClass> callAny(Class<?> owner, String... methods) {
    Set<String> names = Set.of(methods);
    return new ArchCondition<>("call " + owner.getSimpleName() + "." + names) {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        each.getMethodCallsFromSelf().stream()
            .filter(call -> isTo(call, owner) && names.contains(call.getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }

  private static DescribedPredicate<JavaMethod> makeAWriteRepeatable(
      Set<String> writes, Set<String> knownExceptions) {
    return DescribedPredicate.describe(
        "make a write repeatable",
        method ->
            !knownExceptions.contains(method.getOwner().getSimpleName() + "." + method.getName())
                && method.getCallsFromSelf().stream()
                    .anyMatch(
                        call ->
                            writes.contains(call.getTargetOwner().getName())
                                && Set.of("once", "onceFor", "streamed").contains(call.getName())));
  }

  private static ArchCondition<JavaMethod> reach(Predicate<JavaCall<?>> target) {
    return new ArchCondition<>("note it") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean reached = reaches(method, target);
        events.add(
            new SimpleConditionEvent(
                method,
                reached,
                method.getFullName() + (reached ? " notes it" : " never notes it")));
      }
    };
  }

  private static boolean reaches(JavaCodeUnit from, Predicate<JavaCall<?>> target) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>();
    next.add(from);
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.remove();
      if (seen.add(unit)) {
        for (JavaCall<?> call : unit.getCallsFromSelf()) {
          if (target.test(call)) {
            return true;
          }
          call.getTarget().resolveMember().ifPresent(next::add);
        }
        unit.getMethodReferencesFromSelf()
            .forEach(reference -> reference.getTarget().resolveMember().ifPresent(next::add));
      }
    }
    return false;
  }

  private static boolean isTo(JavaCall<?> call, Class<?> owner) {
    return call.getTargetOwner().isEquivalentTo(owner);
  }
}
