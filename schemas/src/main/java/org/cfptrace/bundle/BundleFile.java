package org.cfptrace.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.Timestamp;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;

/**
 * The form of the file, {@code cfp-bundle-v1}: one line of JSON without white space, members in one
 * order. A file that is not exactly what would be written again is refused, so that no byte of it
 * can be changed unseen.
 */
public final class BundleFile {
  /** The form of this version. */
  public static final String FORM = "cfp-bundle-v1";

  private static final int LONGEST_TOKEN = 64 * 1024 * 1024;
  private static final int LONGEST_WHY = 500;
  private static final int MOST = 100_000;

  /** The largest file: it is read into memory, several times over. */
  public static final int LARGEST = 128 * 1024 * 1024;

  private BundleFile() {}

  /** The bytes of the file. */
  public static byte[] write(SignedBundle bundle) {
    return StrictJson.write(evidence(bundle.evidence()).put("report", bundle.report()));
  }

  /** SHA-256 of the file without its report, base64url: what the report names. */
  public static String digestOf(Bundle evidence) {
    return Base64Url.encode(Sha256.of(StrictJson.write(evidence(evidence))));
  }

  /** Reads a file; refused when it is not of the form, to the byte. */
  public static Reading<SignedBundle> read(byte[] file) {
    if (file.length > LARGEST) {
      return refused(Reason.TOO_LARGE, "above " + LARGEST / 1024 / 1024 + " MiB");
    }
    try {
      SignedBundle bundle = bundle(Members.of(StrictJson.parseArchive(file), "bundle"));
      return Arrays.equals(write(bundle), file)
          ? Reading.accepted(bundle)
          : refused(Reason.MALFORMED_PAYLOAD, "not in the one spelling of its content");
    } catch (MalformedException e) {
      return refused(Reason.MALFORMED_PAYLOAD, message(e));
    } catch (IllegalArgumentException e) {
      return refused(Reason.MALFORMED_PAYLOAD, message(e));
    }
  }

  private static <T> Reading<T> refused(Reason reason, String detail) {
    return Reading.stopped(reason, detail, Optional.empty());
  }

  private static String message(RuntimeException e) {
    return Objects.requireNonNullElse(e.getMessage(), "not of the agreed form");
  }

  // ---- writing

  private static ObjectNode evidence(Bundle bundle) {
    ObjectNode json =
        StrictJson.object()
            .put("form", FORM)
            .put("mandate", bundle.mandate())
            .put("companyKey", bundle.companyKey().text());
    json.set("root", shown(bundle.root()));
    ArrayNode answers = json.putArray("answers");
    bundle.answers().forEach((id, answer) -> answers.add(answer(id, answer)));
    json.put("checkpoint", bundle.checkpoint());
    ArrayNode entries = json.putArray("directory");
    bundle.directory().forEach(entry -> entries.add(logged(entry)));
    json.set("statusList", logged(bundle.statusList()));
    bundle.stamp().ifPresent(stamp -> json.set("stamp", stamp(stamp)));
    if (!bundle.earlier().isEmpty()) {
      ArrayNode words = json.putArray("earlier");
      bundle.earlier().forEach(word -> words.add(earlier(word)));
    }
    return json;
  }

  private static ObjectNode logged(LoggedToken token) {
    ObjectNode json = StrictJson.object().put("token", token.token());
    token.proof().ifPresent(proof -> proof.writeTo(json.putObject("proof")));
    return json;
  }

  private static ObjectNode stamp(Stamp stamp) {
    ObjectNode json =
        StrictJson.object()
            .put("checkpoint", stamp.timestamp().note())
            .put("token", Base64Url.encode(stamp.timestamp().token()));
    stamp.consistency().writeTo(json.putObject("consistency"));
    return json;
  }

  private static ObjectNode earlier(EarlierWord word) {
    ObjectNode json =
        StrictJson.object()
            .put("company", word.company().did())
            .put("declaration", word.declaration());
    word.proof().ifPresent(proof -> json.set("proof", proof.toJson()));
    return json;
  }

  private static ObjectNode answer(DeclarationId id, HopAnswer answer) {
    ObjectNode json = StrictJson.object().put("declarationId", id.value());
    return answer.fold(
        given -> {
          json.set("shown", shown(given.declaration()));
          return json;
        },
        refused -> json.put("refused", refused.reason().name()),
        unavailable -> json.put("unavailable", unavailable.why()));
  }

  private static ObjectNode shown(ShownDeclaration shown) {
    ObjectNode json = shown.declaration().toJson();
    shown.statement().ifPresent(statement -> json.set("statement", statement.toJson()));
    shown.proof().ifPresent(proof -> json.set("proof", proof.toJson()));
    shown.statementProof().ifPresent(proof -> json.set("statementProof", proof.toJson()));
    ArrayNode inputs = json.putArray("inputs");
    shown.inputs().forEach(input -> inputs.add(input.toJson()));
    return json;
  }

  // ---- reading

  private static SignedBundle bundle(Members members) {
    if (!members.text("form").equals(FORM)) {
      throw new MalformedException(Fault.MEMBER, "bundle.form: expected " + FORM);
    }
    Bundle evidence =
        new Bundle(
            members.text("mandate", LONGEST_TOKEN),
            members.value("companyKey", Fingerprint::new),
            shown(members.object("root")),
            answers(members.array("answers", MOST)),
            note(members),
            directory(members),
            logged(members.object("statusList")),
            members.optionalObject("stamp").map(BundleFile::stamp),
            members.has("earlier") ? earlier(members.array("earlier", MOST)) : List.of());
    String report = members.text("report", LONGEST_TOKEN);
    members.end();
    return evidence.with(report);
  }

  private static Map<DeclarationId, HopAnswer> answers(JsonNode array) {
    Map<DeclarationId, HopAnswer> answers = new LinkedHashMap<>();
    for (JsonNode item : array) {
      Members members = Members.of(item, "bundle.answers[]");
      DeclarationId id = members.value("declarationId", DeclarationId::new);
      HopAnswer answer = answer(members);
      members.end();
      if (answers.put(id, answer) != null) {
        throw new MalformedException(Fault.MEMBER, "bundle.answers: one declaration twice");
      }
    }
    return answers;
  }

  private static HopAnswer answer(Members members) {
    if (members.has("shown")) {
      return new HopAnswer.Shown(shown(members.object("shown")));
    }
    return members.has("refused")
        ? new HopAnswer.Refused(members.value("refused", AuditRefusalReason::valueOf))
        : new HopAnswer.Unavailable(members.text("unavailable", LONGEST_WHY));
  }

  private static ShownDeclaration shown(Members members) {
    DeclarationBody declaration = DeclarationBody.read(members);
    Optional<DeclarationBody> statement =
        members.has("statement")
            ? Optional.of(DeclarationBody.fromJson(members.any("statement")))
            : Optional.empty();
    Optional<LoggedEntry> proof = proof(members, "proof");
    Optional<LoggedEntry> statementProof = proof(members, "statementProof");
    List<AuditedInput> inputs = new ArrayList<>();
    for (JsonNode input : members.array("inputs", MOST)) {
      inputs.add(AuditedInput.read(Members.of(input, "bundle.inputs[]")));
    }
    members.end();
    return new ShownDeclaration(declaration, statement, proof, statementProof, inputs);
  }

  private static List<EarlierWord> earlier(JsonNode array) {
    List<EarlierWord> words = new ArrayList<>();
    for (JsonNode item : array) {
      Members members = Members.of(item, "bundle.earlier[]");
      words.add(
          new EarlierWord(
              members.value("company", ParticipantId::new),
              members.text("declaration", LONGEST_TOKEN),
              proof(members, "proof")));
      members.end();
    }
    return words;
  }

  private static Optional<LoggedEntry> proof(Members members, String name) {
    return members.optionalObject(name).map(object -> LoggedEntry.fromJson(object.node()));
  }

  private static String note(Members members) {
    return SignedNote.spelled(members.text("checkpoint", SignedNote.LONGEST));
  }

  private static List<LoggedToken> directory(Members members) {
    List<LoggedToken> entries = new ArrayList<>();
    for (JsonNode entry : members.array("directory", MOST)) {
      entries.add(logged(Members.of(entry, "bundle.directory[]")));
    }
    return entries;
  }

  private static LoggedToken logged(Members members) {
    LoggedToken token =
        new LoggedToken(
            members.text("token", LONGEST_TOKEN),
            members.optionalObject("proof").map(BundleFile::inclusion));
    members.end();
    return token;
  }

  private static InclusionProof inclusion(Members members) {
    InclusionProof proof = InclusionProof.read(members);
    members.end();
    return proof;
  }

  private static ConsistencyProof consistency(Members members) {
    ConsistencyProof proof = ConsistencyProof.read(members);
    members.end();
    return proof;
  }

  private static Stamp stamp(Members members) {
    Stamp stamp =
        new Stamp(
            new Timestamp(note(members), Base64Url.decode(members.text("token"))),
            consistency(members.object("consistency")));
    members.end();
    return stamp;
  }
}
