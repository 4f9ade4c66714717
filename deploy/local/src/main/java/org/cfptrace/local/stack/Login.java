package org.cfptrace.local.stack;

import java.util.Set;

/** What a program needs to get a token for one service. */
public record Login(String tokenUrl, String clientId, String clientSecret, Set<String> roles) {

  public Login {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Login[" + clientId + " at " + tokenUrl + ", " + roles + "]";
  }
}
