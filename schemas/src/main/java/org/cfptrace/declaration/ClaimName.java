package org.cfptrace.declaration;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The 23 hidden claims of a declaration; each can be shown or withheld by itself. */
public enum ClaimName {
  PRODUCT("product"),
  TOTAL("total"),
  PERIOD("period"),
  METHOD("method"),
  AUDIENCE("audience"),
  SUPERSEDES("supersedes"),
  TERMS("terms"),
  QUALITY("quality"),
  VERIFICATION("verification"),
  STAGES("stages"),
  COVERAGE("coverage"),
  SITE("site"),
  CONTENT("content"),
  EMBEDDED("embedded"),
  GX("gx"),
  EVIDENCE("evidence"),
  ATTEST("attest"),
  STATEMENT("statement"),
  OWN("own"),
  PROCESS("process"),
  ELECTRICITY("electricity"),
  EXT("ext"),
  INPUTS("inputs");

  private static final Map<String, ClaimName> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(ClaimName::jsonName, Function.identity()));

  private final String jsonName;

  ClaimName(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name inside the disclosure. */
  public String jsonName() {
    return jsonName;
  }

  public static Optional<ClaimName> ofJsonName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
