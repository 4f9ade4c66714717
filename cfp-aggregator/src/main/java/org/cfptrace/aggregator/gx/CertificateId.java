package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** The number on a reduction certificate; it stands in addresses. */
public record CertificateId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public CertificateId {
    if (!FORM.matcher(requireNonNull(value, "value")).matches()) {
      throw new IllegalArgumentException(
          "a certificate is named with 1 to 64 letters, digits, dots, dashes or underscores,"
              + " beginning with a letter or digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
