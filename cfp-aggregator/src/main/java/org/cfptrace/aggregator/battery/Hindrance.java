package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

/**
 * Why a battery's figure cannot be declared as it stands, or what must be said with it.
 *
 * @param path of the line it is about; empty where it is about the whole
 */
public record Hindrance(Code code, String path, String detail) {

  /** The catalogue. */
  public enum Code {
    /** A part of the sum is missing; see its lines. */
    MISSING_UPSTREAM(true),
    /** Some of it came without its split by stage. */
    SPLIT_NOT_GIVEN(true),
    /** Anode, cathode, electrolyte, separator or casing without the company's own data. */
    COMPANY_DATA_REQUIRED(true),
    /** Other parts than at the last declaration: it must be calculated anew. */
    BOM_CHANGED(true),
    /** Another electricity mix than at the last declaration: it must be calculated anew. */
    ELECTRICITY_MIX_CHANGED(true),
    /** No performance classes are loaded. */
    CLASS_SCHEME_ABSENT(false),
    /** The method, or a number in it, is of a draft. */
    METHOD_DRAFT(false);

    private final boolean blocking;

    Code(boolean blocking) {
      this.blocking = blocking;
    }

    /** Whether nothing can be declared meanwhile; otherwise it is a warning. */
    public boolean isBlocking() {
      return blocking;
    }
  }

  public Hindrance {
    requireNonNull(code, "code");
    requireNonNull(path, "path");
    requireNonNull(detail, "detail");
  }

  static Hindrance of(Code code, String detail) {
    return new Hindrance(code, "", detail);
  }
}
