package org.cfptrace.chain;

import java.math.BigDecimal;
import org.cfptrace.footprint.DecimalText;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** How many percent of a footprint's emissions an audit has verified: 0 to 100. */
public record Coverage(BigDecimal percent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Coverage {
    percent = percent.stripTrailingZeros();
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("a coverage lies between 0 and 100 percent");
    }
  }

  public static Coverage of(String percent) {
    return new Coverage(DecimalText.parse(percent));
  }

  /** The number without its unit. */
  public String text() {
    return Decimals.write(percent);
  }

  /** Reads the member of that name. */
  public static Coverage read(Members members, String name) {
    BigDecimal percent = members.decimal(name);
    if (percent.compareTo(HUNDRED) > 0) {
      throw new MalformedException(
          Fault.NUMBER, members.path() + "." + name + ": at most 100 percent");
    }
    return new Coverage(percent);
  }

  @Override
  public String toString() {
    return text() + " %";
  }
}
