package org.cfptrace.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;
import org.cfptrace.bundle.BundleVerdict;
import org.cfptrace.bundle.Step;
import org.cfptrace.strict.StrictJson;

/**
 * What is printed, and with which code the program ends.
 *
 * @param code 0 when everything holds, 1 when something does not, 2 when it could not be judged
 */
record Answer(int code, String text) {
  static final int HOLDS = 0;
  static final int DOES_NOT_HOLD = 1;
  static final int UNREADABLE = 2;

  /** For people: each step in English and Japanese, and what it comes to. */
  static Answer inWords(BundleVerdict verdict) {
    StringJoiner lines = new StringJoiner("\n");
    for (Step step : verdict.steps()) {
      lines.add((step.holds() ? "  ok    " : "  FAILS ") + step.text().en());
      lines.add("        " + step.text().ja());
    }
    lines.add("");
    lines.add(conclusion(verdict));
    return new Answer(code(verdict), lines.toString());
  }

  /** For programs. */
  static Answer inJson(BundleVerdict verdict) {
    ObjectNode json = StrictJson.object().put("holds", verdict.holds());
    verdict.reason().ifPresent(reason -> json.put("reason", reason.name()));
    verdict.chain().ifPresent(chain -> json.put("coverage", chain.coverage().text()));
    ArrayNode steps = json.putArray("steps");
    for (Step step : verdict.steps()) {
      steps
          .addObject()
          .put("holds", step.holds())
          .put("en", step.text().en())
          .put("ja", step.text().ja());
    }
    return new Answer(code(verdict), new String(StrictJson.write(json), UTF_8));
  }

  static Answer unreadable(String en, String ja, boolean json) {
    String text =
        json
            ? new String(
                StrictJson.write(StrictJson.object().put("holds", false).put("unreadable", en)),
                UTF_8)
            : en + "\n" + ja;
    return new Answer(UNREADABLE, text);
  }

  private static int code(BundleVerdict verdict) {
    return verdict.holds() ? HOLDS : DOES_NOT_HOLD;
  }

  private static String conclusion(BundleVerdict verdict) {
    if (!verdict.holds()) {
      return "It does NOT hold: "
          + verdict.reason().orElseThrow().sentence()
          + " ("
          + verdict.reason().orElseThrow()
          + ").\n検証の結果: 成立しません。";
    }
    String coverage = verdict.chain().orElseThrow().coverage().toString();
    return "Everything in the bundle holds; "
        + coverage
        + " of the emissions are verified.\n検証の結果: すべて成立。排出量の "
        + coverage
        + " を検証しました。";
  }
}
