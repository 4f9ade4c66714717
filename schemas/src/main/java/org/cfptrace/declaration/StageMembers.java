package org.cfptrace.declaration;

import java.util.Arrays;
import java.util.List;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** An object with a member for each stage: they are the stages of one profile. */
final class StageMembers {
  private StageMembers() {}

  /** The stages named; refused where no profile has them all. */
  static List<Stage> ofOneProfile(Members object) {
    List<Stage> named = named(object);
    if (StageProfile.having(named).isEmpty()) {
      throw new MalformedException(
          Fault.MEMBER, object.path() + ": expected stages of one profile");
    }
    return named;
  }

  /** The stages named; refused where this profile does not have them. */
  static List<Stage> of(StageProfile profile, Members object) {
    List<Stage> named = named(object);
    if (!profile.hasAll(named)) {
      throw new MalformedException(
          Fault.MEMBER, object.path() + ": expected stages of profile " + profile);
    }
    return named;
  }

  private static List<Stage> named(Members object) {
    return Arrays.stream(Stage.values()).filter(stage -> object.has(stage.jsonName())).toList();
  }
}
