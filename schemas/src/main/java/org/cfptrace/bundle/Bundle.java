package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.participant.Fingerprint;

/**
 * The evidence of one audit; nothing of it is believed yet.
 *
 * @param mandate the signed mandate
 * @param companyKey the fingerprint of the company's key that the auditor has compared
 * @param root what the company has shown
 * @param answers what the others have answered, by the declaration that their customer holds
 * @param checkpoint a signed note of the log, under which directory and status list are in it
 * @param directory the registry's signed entries of all who signed anything, with their key
 *     histories
 * @param statusList the registry's signed list of what was recalled and corrected
 * @param stamp a time stamp over the log; a trust anchor that names an authority demands one
 * @param earlier what the auditor was shown in other audits and does not go with this one
 */
public record Bundle(
    String mandate,
    Fingerprint companyKey,
    ShownDeclaration root,
    Map<DeclarationId, HopAnswer> answers,
    String checkpoint,
    List<LoggedToken> directory,
    LoggedToken statusList,
    Optional<Stamp> stamp,
    List<EarlierWord> earlier) {
  /** One that no other audit contradicts. */
  public Bundle(
      String mandate,
      Fingerprint companyKey,
      ShownDeclaration root,
      Map<DeclarationId, HopAnswer> answers,
      String checkpoint,
      List<LoggedToken> directory,
      LoggedToken statusList,
      Optional<Stamp> stamp) {
    this(mandate, companyKey, root, answers, checkpoint, directory, statusList, stamp, List.of());
  }

  public Bundle {
    requireNonNull(mandate, "mandate");
    requireNonNull(companyKey, "companyKey");
    requireNonNull(root, "root");
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    requireNonNull(checkpoint, "checkpoint");
    directory = List.copyOf(directory);
    requireNonNull(statusList, "statusList");
    requireNonNull(stamp, "stamp");
    earlier = List.copyOf(earlier);
  }

  /** The same beside what other audits were shown. */
  public Bundle beside(List<EarlierWord> words) {
    return new Bundle(
        mandate, companyKey, root, answers, checkpoint, directory, statusList, stamp, words);
  }

  /** The same evidence and the report that names its digest. */
  public SignedBundle with(String report) {
    return new SignedBundle(this, report);
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "Bundle[" + answers.size() + " answers]";
  }
}
