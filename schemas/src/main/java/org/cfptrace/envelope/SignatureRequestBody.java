package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#SIGNATURE_REQUEST}: an aggregator has made the files of an
 * export for a company, and asks the company to sign the digest of their manifest; or no longer
 * asks for it. What is said beside the digest is the aggregator's word: the manifest shows it.
 *
 * @param exportId the aggregator's id of the export; follows from what it is made of
 * @param target for whom the files are, as the aggregator names it
 * @param title what people read, such as target, product and period
 * @param manifestSha256 SHA-256 of {@code manifest.json}, which holds the digest of every file;
 *     base64url
 * @param products of how many products, or installations, the files speak
 * @param supersedes the export that this one corrects
 * @param warnings how many warnings the files state
 * @param overridden why the export was made in spite of what stood in its way; the files state it
 * @param withdrawn that the request of that id is taken back: the export was revoked or superseded
 */
public record SignatureRequestBody(
    SignatureRequestId requestId,
    String exportId,
    String target,
    String title,
    String manifestSha256,
    int products,
    Optional<String> supersedes,
    int warnings,
    Optional<String> overridden,
    boolean withdrawn) {
  /** The longest id of an export, and the longest title. */
  public static final int LONGEST_NAME = 200;

  /** The longest reason of an override. */
  public static final int LONGEST_REASON = RecallBody.LONGEST_REASON;

  private static final Pattern TARGET = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final int DIGEST_BYTES = 32;

  public SignatureRequestBody {
    requireNonNull(requestId, "requestId");
    Words.checked(exportId, LONGEST_NAME, "exportId");
    Words.checked(title, LONGEST_NAME, "title");
    Words.checked(supersedes, LONGEST_NAME, "supersedes");
    checkedOverride(overridden);
    checkedTarget(target);
    Base64Url.decode(manifestSha256, DIGEST_BYTES);
    if (products < 1 || warnings < 0) {
      throw new IllegalArgumentException(products + " products, " + warnings + " warnings");
    }
  }

  /** The same request, taken back. */
  public SignatureRequestBody takenBack() {
    return new SignatureRequestBody(
        requestId,
        exportId,
        target,
        title,
        manifestSha256,
        products,
        supersedes,
        warnings,
        overridden,
        true);
  }

  public ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("requestId", requestId.toString())
            .put("exportId", exportId)
            .put("target", target)
            .put("title", title)
            .put("manifestSha256", manifestSha256)
            .put("products", products)
            .put("warnings", warnings);
    supersedes.ifPresent(id -> json.put("supersedes", id));
    overridden.ifPresent(reason -> json.put("overridden", reason));
    if (withdrawn) {
      json.put("withdrawn", true);
    }
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static SignatureRequestBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    SignatureRequestBody request =
        new SignatureRequestBody(
            members.value("requestId", SignatureRequestId::of),
            members.text("exportId", LONGEST_NAME),
            members.value("target", SignatureRequestBody::checkedTarget),
            members.text("title", LONGEST_NAME),
            Base64Url.encode(members.bytes("manifestSha256", DIGEST_BYTES)),
            count(members, "products", 1),
            members.optionalText("supersedes", LONGEST_NAME),
            count(members, "warnings", 0),
            members.optionalText("overridden", LONGEST_REASON),
            withdrawn(members));
    members.end();
    return request;
  }

  /** Takes the name of a target: capitals, digits and underscores, at most 64. */
  public static String checkedTarget(String name) {
    if (!TARGET.matcher(name).matches()) {
      throw new IllegalArgumentException("expected the name of a target in capitals");
    }
    return name;
  }

  /** Takes a reason of an override: 1 to {@link #LONGEST_REASON} characters. */
  public static Optional<String> checkedOverride(Optional<String> reason) {
    return Words.checked(reason, LONGEST_REASON, "overridden");
  }

  private static boolean withdrawn(Members members) {
    if (!members.has("withdrawn")) {
      return false;
    }
    if (!members.flag("withdrawn")) {
      throw new MalformedException(
          Fault.MEMBER, members.path() + ".withdrawn: expected true, or nothing");
    }
    return true;
  }

  /**
   * Reads a number of things.
   *
   * @throws MalformedException where it is below the least, or no whole number of 31 bits
   */
  public static int count(Members members, String name, int least) {
    long count = members.wholeNumber(name);
    if (count < least || count > Integer.MAX_VALUE) {
      throw new MalformedException(Fault.NUMBER, members.path() + "." + name + ": out of range");
    }
    return (int) count;
  }
}
