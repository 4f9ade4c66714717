package org.cfptrace.connector.audit.adapter;

import org.cfptrace.chain.Check;
import org.cfptrace.chain.Remark;
import org.cfptrace.verify.Reason;

/** In which language a report is printed. */
enum ReportLanguage {
  ENGLISH,
  JAPANESE;

  /** The one of both that is in this language. */
  String of(String en, String ja) {
    return this == JAPANESE ? ja : en;
  }

  String of(Check check) {
    return of(check.en(), check.ja());
  }

  String of(Remark remark) {
    return of(remark.en(), remark.ja());
  }

  /** With its name, by which it is found in the documentation. */
  String of(Reason reason) {
    return reason + ": " + of(reason.sentence(), ReasonInJapanese.of(reason));
  }
}
