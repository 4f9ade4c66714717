package org.cfptrace.registry.certificate.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.wiring.Sql;
import org.cfptrace.strict.StrictJson;

/** Keys and certificates in PostgreSQL. */
@ApplicationScoped
class KeyTable implements KeyHistory {
  private final Sql sql;

  KeyTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<KeyRecord> of(String shortId) {
    return sql
        .rows(
            "SELECT kid, key_use, jwk, valid_from, valid_to, revoked_at, compromised_since, proof"
                + " FROM participant_key WHERE participant_id = :participant ORDER BY number",
            Map.of("participant", shortId))
        .stream()
        .map(KeyTable::record)
        .toList();
  }

  private static KeyRecord record(Object[] row) {
    return new KeyRecord(
        new KeyThumbprint((String) row[0]),
        KeyRecord.Use.valueOf((String) row[1]),
        (String) row[2],
        (Instant) row[3],
        Optional.ofNullable((Instant) row[4]),
        Optional.ofNullable((Instant) row[5]),
        Optional.ofNullable((Instant) row[6]),
        Optional.ofNullable((String) row[7]));
  }

  @Override
  public void succeed(String shortId, int keyNumber, List<KeyRecord> keys, Instant now) {
    sql.run(
        "UPDATE participant_key SET valid_to = :now"
            + " WHERE participant_id = :participant AND valid_to IS NULL",
        Map.of("participant", shortId, "now", now));
    for (var key : keys) {
      var values = new HashMap<String, Object>();
      values.put("kid", key.kid().value());
      values.put("participant", shortId);
      values.put("number", keyNumber);
      values.put("use", key.use().name());
      values.put("jwk", key.jwk());
      values.put("from", key.from());
      values.put("proof", key.proof().orElse(""));
      sql.run(
          "INSERT INTO participant_key"
              + " (kid, participant_id, key_number, key_use, jwk, valid_from, proof)"
              + " VALUES (:kid, :participant, :number, :use, :jwk, :from, nullif(:proof, ''))",
          values);
    }
  }

  @Override
  public boolean knows(KeyThumbprint kid) {
    return sql.first(
            Integer.class,
            "SELECT 1 FROM participant_key WHERE kid = :kid"
                + " UNION ALL SELECT 1 FROM certified_key WHERE tls_kid = :kid",
            Map.of("kid", kid.value()))
        .isPresent();
  }

  @Override
  public void certified(
      String shortId,
      int keyNumber,
      KeyThumbprint tlsKey,
      X509Certificate signing,
      X509Certificate tls,
      Instant notAfter) {
    var values = new HashMap<String, Object>();
    values.put("participant", shortId);
    values.put("number", keyNumber);
    values.put("tlsKid", tlsKey.value());
    values.put("signingSerial", signing.getSerialNumber().toString(16));
    values.put("signing", encoded(signing));
    values.put("tlsSerial", tls.getSerialNumber().toString(16));
    values.put("tls", encoded(tls));
    values.put("notAfter", notAfter);
    sql.run(
        "INSERT INTO certified_key (participant_id, key_number, tls_kid, signing_serial,"
            + " signing_certificate, tls_serial, tls_certificate, not_after)"
            + " VALUES (:participant, :number, :tlsKid, :signingSerial, :signing, :tlsSerial, :tls,"
            + " :notAfter)",
        values);
  }

  @Override
  public Optional<Owner> currentSigner(KeyThumbprint kid) {
    return sql
        .rows(
            "SELECT p.did, k.jwk FROM participant_key k JOIN participant p ON p.id ="
                + " k.participant_id WHERE k.kid = :kid AND k.key_use = 'SIGN' AND k.valid_to IS"
                + " NULL AND k.revoked_at IS NULL AND k.compromised_since IS NULL",
            Map.of("kid", kid.value()))
        .stream()
        .findFirst()
        .map(
            row ->
                new Owner(
                    new ParticipantId((String) row[0]),
                    VerificationKey.ofJwk(StrictJson.parse(((String) row[1]).getBytes(US_ASCII)))));
  }

  @Override
  public List<Connection> connections(String shortId, Instant now) {
    return sql
        .rows(
            "SELECT key_number, revoked_at IS NULL AND not_after > :now FROM certified_key"
                + " WHERE participant_id = :participant ORDER BY key_number",
            Map.of("participant", shortId, "now", now))
        .stream()
        .map(row -> new Connection(((Number) row[0]).intValue(), (Boolean) row[1]))
        .toList();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("certificate without an encoding", e);
    }
  }
}
