package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#PRESENTATION}: the one a declaration was made for hands it on,
 * or says later that one it handed on does not stand any more. It is signed by the presenter as a
 * message; the declaration in it by its issuer.
 */
public sealed interface PresentationBody {

  /** A supplier's declaration, with as many of its disclosures as are handed on. */
  record Presented(DeclarationBody declaration) implements PresentationBody {
    public Presented {
      requireNonNull(declaration, "declaration");
    }

    @Override
    public ObjectNode toJson() {
      return declaration.toJson();
    }

    @Override
    public <R> R fold(Function<Presented, R> presented, Function<Fallen, R> fallen) {
      return presented.apply(this);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
      return "PresentationBody.Presented";
    }
  }

  /**
   * A declaration that was handed on before and is no figure any more.
   *
   * @param reason what its issuer has said of it, where that may be told
   * @param on the day on which the presenter heard or decided it
   */
  record Fallen(DeclarationId declarationId, Kind kind, Optional<String> reason, LocalDate on)
      implements PresentationBody {
    /** The longest reason; as long as that of a {@link RecallBody}. */
    public static final int LONGEST_REASON = RecallBody.LONGEST_REASON;

    /** Why it does not stand. */
    public enum Kind {
      /** Its issuer has withdrawn it, for ever. */
      RECALLED,
      /** Its issuer has corrected it, by one that is perhaps not handed on. */
      SUPERSEDED,
      /** Its issuer shows the figure no longer; handed on again with its total, it stands again. */
      WITHHELD,
      /** The presenter follows it no more; handed on again with its total, it stands again. */
      ENDED;

      /** Whether nothing brings it back. */
      public boolean isFinal() {
        return this == RECALLED || this == SUPERSEDED;
      }
    }

    public Fallen {
      requireNonNull(declarationId, "declarationId");
      requireNonNull(kind, "kind");
      Words.checked(reason, LONGEST_REASON, "reason");
      requireNonNull(on, "on");
    }

    @Override
    public ObjectNode toJson() {
      ObjectNode json = StrictJson.object();
      ObjectNode fallen =
          json.putObject("fallen")
              .put("declarationId", declarationId.value())
              .put("kind", kind.name());
      reason.ifPresent(text -> fallen.put("reason", text));
      fallen.put("on", on.toString());
      return json;
    }

    private static Fallen read(Members members) {
      Fallen fallen =
          new Fallen(
              members.value("declarationId", DeclarationId::new),
              members.value("kind", Kind::valueOf),
              members.optionalText("reason", LONGEST_REASON),
              members.date("on"));
      members.end();
      return fallen;
    }

    @Override
    public <R> R fold(Function<Presented, R> presented, Function<Fallen, R> fallen) {
      return fallen.apply(this);
    }
  }

  ObjectNode toJson();

  /** What each case leads to. */
  <R> R fold(Function<Presented, R> presented, Function<Fallen, R> fallen);

  /** Reads what {@link #toJson()} writes, and nothing else: one of the two, never both. */
  static PresentationBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    PresentationBody read =
        members.has("fallen")
            ? Fallen.read(members.object("fallen"))
            : new Presented(DeclarationBody.read(members));
    members.end();
    return read;
  }
}
