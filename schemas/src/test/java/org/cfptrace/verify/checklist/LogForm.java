package org.cfptrace.verify.checklist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LogVerdict;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TimestampCertificate;
import org.cfptrace.log.TreeHash;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.AnchorReader;
import org.cfptrace.verify.Reason;

/** How the samples about the log are written, as one JSON object each, and read. */
final class LogForm {
  /** Accepted, and flagged for coming into the log late. */
  static final String LATE = "ACCEPTED_LATE_ANCHOR";

  private LogForm() {}

  /** A declaration, the proof that came with it, and whom the reader believes about the log. */
  static String anchor(String declaration, LoggedEntry proof, LogTrust trust) {
    ObjectNode json = StrictJson.object().put("declaration", declaration);
    json.set("proof", proof.toJson());
    json.set("log", trust.toJson());
    return text(json);
  }

  static String anchorObserved(String text, Setting setting, CryptoProvider provider) {
    return strictly(
        text,
        members -> {
          byte[] declaration = members.text("declaration").getBytes(ISO_8859_1);
          LoggedEntry proof = LoggedEntry.fromJson(members.any("proof"));
          return new AnchorReader(trust(members), who -> setting.find(who, provider))
              .read(declaration, proof)
              .fold(
                  accepted -> accepted.value().isLate() ? LATE : Sample.ACCEPTED,
                  held -> held.reason().name(),
                  refused -> refused.reason().name());
        });
  }

  /** Two notes of one log, the older first, and the proof that came with the newer. */
  static String growth(String older, String newer, ConsistencyProof proof, LogTrust trust) {
    ObjectNode json =
        StrictJson.object()
            .put("older", older)
            .put("newer", newer)
            .put("from", Long.toString(proof.from()))
            .put("to", Long.toString(proof.to()));
    var path = json.putArray("path");
    proof.path().forEach(hash -> path.add(hash.base64()));
    json.set("log", trust.toJson());
    return text(json);
  }

  static String growthObserved(String text) {
    return strictly(
        text,
        members -> {
          ConsistencyProof proof =
              new ConsistencyProof(
                  Long.parseLong(members.text("from")),
                  Long.parseLong(members.text("to")),
                  members.texts("path", 64).stream().map(TreeHash::parse).toList());
          LogTrust trust = trust(members);
          return outcome(
              trust
                  .signed(members.text("older"))
                  .then(
                      older ->
                          trust
                              .signed(members.text("newer"))
                              .then(newer -> proof.check(older.checkpoint(), newer.checkpoint()))));
        });
  }

  /** A note, its stamp, the nonce asked with, and the authority's certificate. */
  static String stamp(String note, byte[] token, BigInteger nonce, TimestampCertificate authority) {
    return text(
        StrictJson.object()
            .put("checkpoint", note)
            .put("token", Base64.getEncoder().encodeToString(token))
            .put("nonce", nonce.toString())
            .put("certificate", authority.base64()));
  }

  static String stampObserved(String text) {
    return strictly(
        text,
        members ->
            outcome(
                new Timestamp(
                        members.text("checkpoint"),
                        Base64.getDecoder().decode(members.text("token")))
                    .check(
                        TimestampCertificate.parse(members.text("certificate")),
                        Optional.of(new BigInteger(members.text("nonce"))))));
  }

  private static LogTrust trust(Members members) {
    return LogTrust.from(members.object("log"));
  }

  private static <T> String outcome(LogVerdict<T> verdict) {
    return verdict.fold(proven -> Sample.ACCEPTED, refused -> Reason.of(refused.reason()).name());
  }

  private static String strictly(String text, Function<Members, String> reading) {
    try {
      JsonNode json = StrictJson.parseCarrier(text.getBytes(ISO_8859_1));
      return reading.apply(Members.of(json, ""));
    } catch (MalformedException e) {
      return Reason.MALFORMED_BODY.name();
    }
  }

  private static String text(JsonNode json) {
    // One character a byte, as in all samples.
    return new String(new String(StrictJson.write(json), UTF_8).getBytes(UTF_8), ISO_8859_1);
  }

  static Sample sample(
      int item, Form form, String defect, String spoiled, String expected, String text) {
    return sample(item, form, defect, spoiled, expected, Setting.STANDARD, text);
  }

  static Sample sample(
      int item,
      Form form,
      String defect,
      String spoiled,
      String expected,
      Setting setting,
      String text) {
    return new Sample(
        item, form, defect, spoiled, expected, setting, text, Optional.empty(), Cast.MILL);
  }

  /** The same hashes with one more behind. */
  static List<TreeHash> longer(List<TreeHash> path) {
    return java.util.stream.Stream.concat(
            path.stream(), java.util.stream.Stream.of(TreeHash.ofLeaf(new byte[] {7})))
        .toList();
  }
}
