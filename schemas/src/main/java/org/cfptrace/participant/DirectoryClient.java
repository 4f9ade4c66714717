package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.verify.Reason;

/**
 * Asks the registry about other participants and tells it whom we accept. Entries are checked
 * against the trust anchor; the connection is not believed.
 */
public final class DirectoryClient {
  private final RegistryHttp registry;
  private final TrustAnchor anchor;
  private final Clock clock;

  public DirectoryClient(URI registry, TrustAnchor anchor, HttpClient http, Clock clock) {
    this.registry = new RegistryHttp(registry, http);
    this.anchor = requireNonNull(anchor, "anchor");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The entry of a participant; empty when the registry does not know it. Its signature is checked,
   * its age is not: {@link AnswerFault} says whether it is the answer of this moment.
   *
   * @throws UntrustedException when the answer is not a signed entry of this participant
   * @throws IllegalStateException when the registry does not answer
   */
  public Optional<DirectoryEntry> find(ParticipantId participant) {
    if (!participant.equals(anchor.participant(participant.shortId()))) {
      return Optional.empty();
    }
    var answer =
        registry.send(registry.request("/participants/" + participant.shortId()).GET().build());
    if (answer.status() == 404) {
      return Optional.empty();
    }
    var entry = DirectoryEntry.read(entryOf(answer.orRefused().body()), anchor);
    if (!entry.participant().equals(participant)) {
      throw new UntrustedException(Reason.NOT_FOR_US, "asked for one participant, got another");
    }
    return Optional.of(entry);
  }

  /**
   * What to look for; what is not said does not matter.
   *
   * @param name a part of the name
   */
  public record Wanted(
      Optional<CorporateNumber> corporateNumber, Optional<Lei> lei, Optional<String> name) {
    private String query() {
      List<String> parts = new ArrayList<>();
      corporateNumber.ifPresent(number -> parts.add("corporateNumber=" + number.digits()));
      lei.ifPresent(code -> parts.add("lei=" + code.code()));
      name.ifPresent(text -> parts.add("name=" + URLEncoder.encode(text, UTF_8)));
      return String.join("&", parts);
    }
  }

  /** Participants that fit, at most {@code most}; each with its signed entry. */
  public List<DirectoryEntry> search(Wanted wanted, int most) {
    var path = "/participants?limit=" + most + "&" + wanted.query();
    var body = registry.send(registry.request(path).GET().build()).orRefused().body();
    List<DirectoryEntry> found = new ArrayList<>();
    // Who fits is the registry's word; who they are is believed only with its signature.
    for (JsonNode item : body.path("items")) {
      find(participant(item)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private ParticipantId participant(JsonNode item) {
    try {
      return anchor.participant(item.path("participantId").asText());
    } catch (IllegalArgumentException e) {
      throw new UntrustedException(Reason.MALFORMED_PAYLOAD, "not a participant's identifier");
    }
  }

  /** Lets {@code partner} write to our inbox. Doing it again changes nothing. */
  public void accept(EnrolledParticipant me, ParticipantId partner) {
    send(me, "PUT", acceptance(me, partner)).orRefused();
  }

  /** Takes that leave back. Doing it again changes nothing. */
  public void withdraw(EnrolledParticipant me, ParticipantId partner) {
    send(me, "DELETE", acceptance(me, partner)).orRefused();
  }

  /** Whom we let write to our inbox, as the registry has it. */
  public List<ParticipantId> acceptedPartners(EnrolledParticipant me) {
    var body = send(me, "GET", partners(me)).orRefused().body();
    try {
      var partners = new ArrayList<ParticipantId>();
      for (JsonNode item : Members.of(body, "answer").array("items", 100_000)) {
        partners.add(Members.of(item, "item").value("did", ParticipantId::new));
      }
      return List.copyOf(partners);
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }

  private RegistryHttp.Answer send(EnrolledParticipant me, String method, String path) {
    var authorisation =
        SignedCall.authorise(
            me.keys().signing(),
            me.id(),
            anchor.registryDid(),
            method,
            registry.uri(path),
            new byte[0],
            clock);
    HttpRequest request =
        registry
            .request(path)
            .header("Authorization", authorisation)
            .method(method, BodyPublishers.noBody())
            .build();
    return registry.send(request);
  }

  private static String acceptance(EnrolledParticipant me, ParticipantId partner) {
    return partners(me) + "/" + partner.shortId();
  }

  private static String partners(EnrolledParticipant me) {
    return "/participants/" + me.id().shortId() + "/accepted-partners";
  }

  private static String entryOf(JsonNode body) {
    try {
      return Members.of(body, "participant").text("entry");
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }
}
