package org.cfptrace.verify.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Standing;

/**
 * What the directory of a sample answers.
 *
 * @param askedFor the name it is found under
 * @param participant the name in the answer, the same unless that is the defect
 */
record Known(
    ParticipantId askedFor,
    ParticipantId participant,
    Standing.Status status,
    long asOf,
    List<KnownKey> keys) {

  static Known active(ParticipantId participant, KnownKey... keys) {
    return new Known(
        participant,
        participant,
        Standing.Status.ACTIVE,
        Cast.NOW.getEpochSecond() - 30,
        List.of(keys));
  }

  Known with(Standing.Status other) {
    return new Known(askedFor, participant, other, asOf, keys);
  }

  Known confirmedAt(long instant) {
    return new Known(askedFor, participant, status, instant, keys);
  }

  Known foundUnder(ParticipantId other) {
    return new Known(other, participant, status, asOf, keys);
  }

  /** Changes one key's record. */
  Known key(TestKey which, UnaryOperator<KnownKey> change) {
    return new Known(
        askedFor,
        participant,
        status,
        asOf,
        keys.stream().map(key -> key.isOf(which) ? change.apply(key) : key).toList());
  }

  Known without(TestKey which) {
    return new Known(
        askedFor,
        participant,
        status,
        asOf,
        keys.stream().filter(key -> !key.isOf(which)).toList());
  }

  Standing standing(CryptoProvider provider) {
    return new Standing(
        participant,
        status,
        keys.stream().map(key -> key.record(provider)).toList(),
        Instant.ofEpochSecond(asOf));
  }

  ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("askedFor", askedFor.did())
            .put("participant", participant.did())
            .put("status", status.name())
            .put("asOf", asOf);
    ArrayNode list = json.putArray("keys");
    keys.forEach(key -> list.add(key.toJson()));
    return json;
  }

  static Known fromJson(JsonNode json) {
    return new Known(
        new ParticipantId(json.get("askedFor").textValue()),
        new ParticipantId(json.get("participant").textValue()),
        Standing.Status.valueOf(json.get("status").textValue()),
        json.get("asOf").longValue(),
        json.get("keys").valueStream().map(KnownKey::fromJson).toList());
  }
}
