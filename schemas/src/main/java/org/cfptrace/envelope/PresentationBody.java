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
 * or says later that one it handed on does not stand any more, or how far the tree behind it is. It
 * is signed by the presenter as a message; the declaration in it by its issuer.
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
    public <R> R fold(
        Function<Presented, R> presented,
        Function<Fallen, R> fallen,
        Function<Progressed, R> progressed) {
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
    public <R> R fold(
        Function<Presented, R> presented,
        Function<Fallen, R> fallen,
        Function<Progressed, R> progressed) {
      return fallen.apply(this);
    }
  }

  /**
   * How far the whole tree behind a declaration that was handed on before is by now, as its issuer
   * says: while it is not complete, the figure counts and is not complete.
   *
   * @param on the day of the change, as the issuer says
   */
  record Progressed(DeclarationId declarationId, boolean complete, LocalDate on)
      implements PresentationBody {
    public Progressed {
      requireNonNull(declarationId, "declarationId");
      requireNonNull(on, "on");
    }

    @Override
    public ObjectNode toJson() {
      ObjectNode json = StrictJson.object();
      json.putObject("progress")
          .put("declarationId", declarationId.value())
          .put("complete", complete)
          .put("on", on.toString());
      return json;
    }

    private static Progressed read(Members members) {
      Progressed progressed =
          new Progressed(
              members.value("declarationId", DeclarationId::new),
              members.flag("complete"),
              members.date("on"));
      members.end();
      return progressed;
    }

    @Override
    public <R> R fold(
        Function<Presented, R> presented,
        Function<Fallen, R> fallen,
        Function<Progressed, R> progressed) {
      return progressed.apply(this);
    }
  }

  ObjectNode toJson();

  /** What each case leads to. */
  <R> R fold(
      Function<Presented, R> presented,
      Function<Fallen, R> fallen,
      Function<Progressed, R> progressed);

  /** Reads what {@link #toJson()} writes, and nothing else: one of the three, never two. */
  static PresentationBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    PresentationBody read = read(members);
    members.end();
    return read;
  }

  private static PresentationBody read(Members members) {
    if (members.has("fallen")) {
      return Fallen.read(members.object("fallen"));
    }
    return members.has("progress")
        ? Progressed.read(members.object("progress"))
        : new Presented(DeclarationBody.read(members));
  }
}
