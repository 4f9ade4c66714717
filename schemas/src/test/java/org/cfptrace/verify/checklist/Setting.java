package org.cfptrace.verify.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.Standing;
import org.cfptrace.verify.StrictReader;

/**
 * What the reader of a sample knows.
 *
 * @param me who reads
 * @param seen digests by identifier, all of the mill
 * @param earlier declarations accepted before, by their id
 * @param boughtIn the unit in which the reader buys whatever the mill makes
 */
record Setting(
    ParticipantId me,
    long now,
    List<Known> directory,
    Map<String, String> seen,
    Map<String, Seen.Earlier> earlier,
    DeclaredUnit boughtIn) {

  /** The parts maker buys the mill's pieces by the kilogram. */
  static final Setting STANDARD =
      new Setting(
          Cast.PARTS,
          Cast.NOW.getEpochSecond(),
          List.of(
              Known.active(
                  Cast.MILL,
                  KnownKey.signing(Cast.MILL_MESSAGES),
                  KnownKey.signing(Cast.MILL_DECLARES),
                  KnownKey.encrypting(Cast.MILL_OPENS)),
              Known.active(Cast.PARTS, KnownKey.signing(Cast.PARTS_SIGNS)),
              Known.active(Cast.STRANGER, KnownKey.signing(Cast.STRANGER_SIGNS))),
          Map.of(),
          Map.of(),
          DeclaredUnit.KILOGRAM);

  Setting readBy(ParticipantId other) {
    return new Setting(other, now, directory, seen, earlier, boughtIn);
  }

  Setting at(long instant) {
    return new Setting(me, instant, directory, seen, earlier, boughtIn);
  }

  Setting havingSeen(String jti, String digest) {
    Map<String, String> more = new LinkedHashMap<>(seen);
    more.put(jti, digest);
    return new Setting(me, now, directory, more, earlier, boughtIn);
  }

  /** Knows a declaration of this id. */
  Setting knowing(String declarationId, Seen.Earlier declaration) {
    Map<String, Seen.Earlier> more = new LinkedHashMap<>(earlier);
    more.put(declarationId, declaration);
    return new Setting(me, now, directory, seen, more, boughtIn);
  }

  Setting buyingIn(DeclaredUnit unit) {
    return new Setting(me, now, directory, seen, earlier, unit);
  }

  /** Changes what the directory says of the mill. */
  Setting mill(UnaryOperator<Known> change) {
    return known(Cast.MILL, change);
  }

  Setting known(ParticipantId who, UnaryOperator<Known> change) {
    List<Known> changed =
        directory.stream()
            .map(known -> known.askedFor().equals(who) ? change.apply(known) : known)
            .toList();
    return new Setting(me, now, changed, seen, earlier, boughtIn);
  }

  Setting withoutMill() {
    List<Known> others = new ArrayList<>(directory);
    others.removeIf(known -> known.askedFor().equals(Cast.MILL));
    return new Setting(me, now, others, seen, earlier, boughtIn);
  }

  Optional<Standing> find(ParticipantId participant, CryptoProvider provider) {
    return directory.stream()
        .filter(known -> known.askedFor().equals(participant))
        .findFirst()
        .map(known -> known.standing(provider));
  }

  StrictReader reader(CryptoProvider provider) {
    return new StrictReader(
        me,
        participant -> find(participant, provider),
        new Accepted(seen, earlier),
        (supplier, product) -> Optional.of(boughtIn),
        Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC));
  }

  ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("me", me.did()).put("now", now);
    ArrayNode list = json.putArray("directory");
    directory.forEach(known -> list.add(known.toJson()));
    ObjectNode digests = json.putObject("seenFromTheMill");
    seen.forEach(digests::put);
    if (!earlier.isEmpty()) {
      ObjectNode declarations = json.putObject("earlier");
      earlier.forEach((id, declaration) -> declarations.set(id, toJson(declaration)));
    }
    return json.put("boughtIn", boughtIn.text());
  }

  private static ObjectNode toJson(Seen.Earlier declaration) {
    ObjectNode json =
        StrictJson.object()
            .put("issuer", declaration.issuer().did())
            .put("product", declaration.product().toString())
            .put("from", declaration.period().from().toString())
            .put("to", declaration.period().to().toString());
    declaration.supersedes().ifPresent(id -> json.put("supersedes", id.value()));
    return json;
  }

  static Setting fromJson(JsonNode json) {
    Map<String, String> seen = new LinkedHashMap<>();
    json.get("seenFromTheMill")
        .properties()
        .forEach(member -> seen.put(member.getKey(), member.getValue().textValue()));
    Map<String, Seen.Earlier> earlier = new LinkedHashMap<>();
    if (json.has("earlier")) {
      json.get("earlier")
          .properties()
          .forEach(member -> earlier.put(member.getKey(), earlierOf(member.getValue())));
    }
    return new Setting(
        new ParticipantId(json.get("me").textValue()),
        json.get("now").longValue(),
        json.get("directory").valueStream().map(Known::fromJson).toList(),
        seen,
        earlier,
        DeclaredUnit.of(json.get("boughtIn").textValue()));
  }

  private static Seen.Earlier earlierOf(JsonNode json) {
    return new Seen.Earlier(
        new ParticipantId(json.get("issuer").textValue()),
        TraceId.of(json.get("product").textValue()),
        Period.of(json.get("from").textValue(), json.get("to").textValue()),
        Optional.ofNullable(json.get("supersedes")).map(id -> new DeclarationId(id.textValue())));
  }

  private record Accepted(Map<String, String> digests, Map<String, Earlier> declarations)
      implements Seen {
    @Override
    public Optional<String> digestOf(ParticipantId issuer, String jti) {
      return issuer.equals(Cast.MILL) ? Optional.ofNullable(digests.get(jti)) : Optional.empty();
    }

    @Override
    public Optional<Earlier> earlier(DeclarationId id) {
      return Optional.ofNullable(declarations.get(id.value()));
    }
  }
}
