package org.cfptrace.registry.directory.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.KeyRecord;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The keys in use as a DID document (W3C DID 1.0, JSON Web Keys). It has no history and no
 * signature: for tools that speak did:web, not for judging a declaration.
 */
@Schema(name = "DidDocument")
public record DidDocument(
    @JsonProperty("@context") List<String> context,
    String id,
    List<VerificationMethod> verificationMethod,
    List<String> assertionMethod,
    List<String> keyAgreement) {

  /** One key. */
  public record VerificationMethod(
      String id,
      String type,
      String controller,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String publicKeyJwk) {}

  static DidDocument of(DirectoryRecord record) {
    var did = record.participant().did();
    var current = record.keys().stream().filter(KeyRecord::isCurrent).toList();
    return new DidDocument(
        List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"),
        did,
        current.stream()
            .map(key -> new VerificationMethod(name(did, key), "JsonWebKey2020", did, key.jwk()))
            .toList(),
        names(did, current, KeyRecord.Use.SIGN),
        names(did, current, KeyRecord.Use.ENC));
  }

  private static List<String> names(String did, List<KeyRecord> keys, KeyRecord.Use use) {
    return keys.stream().filter(key -> key.use() == use).map(key -> name(did, key)).toList();
  }

  private static String name(String did, KeyRecord key) {
    return did + "#" + key.kid();
  }
}
