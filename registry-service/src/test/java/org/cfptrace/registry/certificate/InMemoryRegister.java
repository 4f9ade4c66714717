package org.cfptrace.registry.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.registry.participant.Announcements;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.registry.participant.EnrolmentCodes;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Everything enrolment keeps, in maps. */
final class InMemoryRegister
    implements Participants,
        EnrolmentCodes,
        EnrolmentNonces,
        KeyHistory,
        Announcements,
        AuditTrail {
  final Map<String, Participant> participants = new HashMap<>();
  final Map<String, EnrolmentCodes.Kept> codes = new HashMap<>();
  final Map<String, Instant> nonces = new HashMap<>();
  final Map<String, List<KeyRecord>> keys = new HashMap<>();
  final List<KeyThumbprint> tlsKeys = new ArrayList<>();
  final List<Participant> announced = new ArrayList<>();
  final List<Action> trail = new ArrayList<>();

  @Override
  public void add(Participant participant) {
    participants.put(participant.id().shortId(), participant);
  }

  @Override
  public Optional<Participant> find(String shortId) {
    return Optional.ofNullable(participants.get(shortId));
  }

  @Override
  public Optional<Participant> findToChange(String shortId) {
    return find(shortId);
  }

  @Override
  public void change(Participant participant) {
    add(participant);
  }

  @Override
  public boolean holds(Optional<CorporateNumber> corporateNumber, Optional<Lei> lei) {
    return false;
  }

  @Override
  public Page<Participant> search(Criteria criteria, PageRequest page) {
    throw new UnsupportedOperationException("enrolment does not search");
  }

  @Override
  public void replace(EnrolmentCodes.Kept code) {
    codes.values().removeIf(old -> old.shortId().equals(code.shortId()) && old.usedAt().isEmpty());
    codes.put(code.digest(), code);
  }

  @Override
  public Optional<EnrolmentCodes.Kept> findToUse(String shortId, String digest) {
    return Optional.ofNullable(codes.get(digest)).filter(code -> code.shortId().equals(shortId));
  }

  @Override
  public void markUsed(String digest, Instant at) {
    codes.computeIfPresent(
        digest,
        (d, code) -> new EnrolmentCodes.Kept(d, code.shortId(), code.expiresAt(), Optional.of(at)));
  }

  @Override
  public void keep(String digest, String shortId, Instant expiresAt) {
    nonces.put(shortId + digest, expiresAt);
  }

  @Override
  public boolean use(String digest, String shortId, Instant now) {
    var expiresAt = nonces.remove(shortId + digest);
    return expiresAt != null && expiresAt.isAfter(now);
  }

  @Override
  public void forget(Instant before) {
    nonces.values().removeIf(expiresAt -> expiresAt.isBefore(before));
  }

  @Override
  public List<KeyRecord> of(String shortId) {
    return keys.getOrDefault(shortId, List.of());
  }

  @Override
  public void succeed(String shortId, int keyNumber, List<KeyRecord> added, Instant now) {
    keys.computeIfAbsent(shortId, id -> new ArrayList<>()).addAll(added);
  }

  @Override
  public boolean knows(KeyThumbprint kid) {
    return tlsKeys.contains(kid)
        || keys.values().stream().flatMap(List::stream).anyMatch(key -> key.kid().equals(kid));
  }

  @Override
  public void certified(
      String shortId,
      int keyNumber,
      KeyThumbprint tlsKey,
      X509Certificate signing,
      X509Certificate tls,
      Instant notAfter) {
    tlsKeys.add(tlsKey);
  }

  @Override
  public Optional<Owner> currentSigner(KeyThumbprint kid) {
    return Optional.empty();
  }

  @Override
  public List<Connection> connections(String shortId, Instant now) {
    return List.of();
  }

  @Override
  public Participant announce(Participant changed) {
    add(changed);
    announced.add(changed);
    return changed;
  }

  @Override
  public void record(String actor, Action action, String subject, Map<String, String> facts) {
    trail.add(action);
  }

  @Override
  public Page<Line> list(PageRequest page) {
    throw new UnsupportedOperationException("enrolment does not read the trail");
  }
}
