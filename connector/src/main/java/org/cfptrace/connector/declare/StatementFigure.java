package org.cfptrace.connector.declare;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/** Tells whether two statements say the same: a digest over everything stated. */
public final class StatementFigure {
  private StatementFigure() {}

  /** The digest of all that would be stated of this footprint. */
  public static String of(WhatToDeclare.Known known) {
    return of(new DraftStatement(known).allClaims());
  }

  /** Which of the claims a list shows would be others than were declared before. */
  public static Set<ClaimName> changedClaims(IssuedDeclaration before, WhatToDeclare.Known known) {
    Set<ClaimName> changed = EnumSet.noneOf(ClaimName.class);
    for (Claim claim : new DraftStatement(known).allClaims()) {
      Claim said = before.claims().get(claim.name());
      if (said == null || !said.toJson().equals(claim.toJson())) {
        changed.add(claim.name());
      }
    }
    return changed;
  }

  static String of(List<Claim> claims) {
    var json = StrictJson.object();
    claims.stream()
        .sorted(Comparator.comparing(Claim::name))
        .forEach(claim -> json.set(claim.name().jsonName(), claim.toJson()));
    return Base64Url.encode(Sha256.of(StrictJson.write(json)));
  }
}
