package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * Opens tokens that lie in our own tables: such as we have signed ourselves, and such as were
 * checked when they came. They are taken apart as strictly, and their signature is not asked for
 * again. For the types of this module alone, which say what may be read so; everybody else is given
 * what these have read.
 */
public final class KeptTokens implements SignedTokens {
  /** The only one. */
  public static final SignedTokens KEPT = new KeptTokens();

  private KeptTokens() {}

  @Override
  public Reading<JsonNode> read(String token, String typ, int longest) {
    try {
      Refusal.unless(
          token.length() <= longest,
          Reason.TOO_LARGE,
          "expected at most " + longest / 1024 + " KiB");
      // A report names thousands of findings; how long a token may be is said by its type.
      return Reading.accepted(StrictJson.parseArchive(CompactToken.parse(token, typ).payload()));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }
}
