package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** The name of one line inside one bill of materials, given by its owner. */
public record LineId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public LineId {
    requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a line id has 1 to 64 of letters, digits and . _ : -, got "
              + (value.length() > 64 ? value.length() + " characters" : value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
