package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.TokenClaims;

/**
 * What the directory says about one participant: who it is, where it stands, and the history of its
 * keys. It says nothing about whom it trades with.
 *
 * @param sequence counts the changes of this record; a reader never goes back to a lower one
 */
public record DirectoryRecord(
    ParticipantId participant,
    long sequence,
    DirectoryStatus status,
    String name,
    Optional<String> nameKana,
    String country,
    Optional<String> corporateNumber,
    Optional<String> lei,
    List<String> roles,
    Instant changedAt,
    List<KeyRecord> keys,
    Optional<Accreditation> accreditation) {

  private static final int MOST_KEYS = 1000;

  public DirectoryRecord {
    requireNonNull(participant, "participant");
    requireNonNull(status, "status");
    requireNonNull(name, "name");
    requireNonNull(nameKana, "nameKana");
    requireNonNull(country, "country");
    requireNonNull(corporateNumber, "corporateNumber");
    requireNonNull(lei, "lei");
    roles = List.copyOf(roles);
    requireNonNull(changedAt, "changedAt");
    keys = List.copyOf(keys);
    requireNonNull(accreditation, "accreditation");
  }

  /** A record of a participant that is accredited for nothing. */
  public DirectoryRecord(
      ParticipantId participant,
      long sequence,
      DirectoryStatus status,
      String name,
      Optional<String> nameKana,
      String country,
      Optional<String> corporateNumber,
      Optional<String> lei,
      List<String> roles,
      Instant changedAt,
      List<KeyRecord> keys) {
    this(
        participant,
        sequence,
        status,
        name,
        nameKana,
        country,
        corporateNumber,
        lei,
        roles,
        changedAt,
        keys,
        Optional.empty());
  }

  /** Its entry in the log: SHA-256 over the claims below, without {@code iss} and {@code iat}. */
  public LogEntry logEntry() {
    return LogEntry.ofRegistryEvent(StrictJson.write(toJson()));
  }

  ObjectNode toJson() {
    var json =
        StrictJson.object()
            .put("sub", participant.did())
            .put("seq", sequence)
            .put("status", status.name().toLowerCase(Locale.ROOT))
            .put("name", name);
    nameKana.ifPresent(text -> json.put("nameKana", text));
    json.put("country", country);
    corporateNumber.ifPresent(text -> json.put("corporateNumber", text));
    lei.ifPresent(text -> json.put("lei", text));
    var roleList = json.putArray("roles");
    roles.forEach(roleList::add);
    json.put("changedAt", changedAt.getEpochSecond());
    var keyList = json.putArray("keys");
    keys.forEach(key -> keyList.add(key.toJson()));
    accreditation.ifPresent(granted -> json.set("accreditation", granted.toJson()));
    return json;
  }

  static DirectoryRecord from(Members members) {
    return new DirectoryRecord(
        members.value("sub", ParticipantId::new),
        members.wholeNumber("seq"),
        members.value("status", text -> DirectoryStatus.valueOf(text.toUpperCase(Locale.ROOT))),
        members.text("name", 300),
        members.optionalText("nameKana", 300),
        members.text("country", 2),
        members.optionalText("corporateNumber", 13),
        members.optionalText("lei", 20),
        members.texts("roles", 16),
        TokenClaims.instant(members, "changedAt"),
        keys(members.array("keys", MOST_KEYS)),
        members.optionalObject("accreditation").map(Accreditation::from));
  }

  private static List<KeyRecord> keys(JsonNode array) {
    var keys = new ArrayList<KeyRecord>();
    for (var node : array) {
      keys.add(KeyRecord.fromJson(node));
    }
    return keys;
  }
}
