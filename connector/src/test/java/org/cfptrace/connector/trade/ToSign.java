package org.cfptrace.connector.trade;

import java.util.Optional;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;

/** An export of a battery declaration, as its aggregator asks to have it signed. */
final class ToSign {
  static final String MANIFEST = "B".repeat(42) + "A";
  static final String OTHER_MANIFEST = "C".repeat(42) + "A";

  private ToSign() {}

  static SignatureRequestBody export(String exportId) {
    return export(SignatureRequestId.random(), exportId, MANIFEST);
  }

  static SignatureRequestBody export(SignatureRequestId id, String exportId, String manifest) {
    return new SignatureRequestBody(
        id,
        exportId,
        "EU_BATTERY_ART7",
        "EU バッテリー CFP 宣言, pack P-100",
        manifest,
        1,
        Optional.of("exp-0"),
        2,
        Optional.of("上流 1 件が未着です。"),
        false);
  }
}
