package org.cfptrace.aggregator.collect.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.collect.Incoming;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Origin;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What has come in, in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class IncomingTable implements Incoming {
  // The update changes nothing; it holds the row.
  private static final String LAST_SEQ =
      """
      INSERT INTO incoming_thread AS t (sender, thread, last_seq) VALUES (:sender, :thread, 0)
      ON CONFLICT (sender, thread) DO UPDATE SET last_seq = t.last_seq RETURNING last_seq
      """;
  private static final String USE_PLACE =
      """
      INSERT INTO incoming_thread AS t (sender, thread, last_seq) VALUES (:sender, :thread, :first)
      ON CONFLICT (sender, thread) DO UPDATE SET last_seq = :seq WHERE t.last_seq = :seq - 1
      """;
  private static final String REMEMBER =
      """
      INSERT INTO incoming_message (sender, message_id, digest, at)
      VALUES (:sender, :id, cast(:digest AS text), :at)
      ON CONFLICT (sender, message_id) DO UPDATE SET digest = excluded.digest, at = excluded.at
      WHERE incoming_message.digest IS NULL
      """;

  private final Session session;

  IncomingTable(Session session) {
    this.session = session;
  }

  @Override
  public long lastSeq(ParticipantId sender, String thread) {
    return session
        .createNativeQuery(LAST_SEQ, Long.class)
        .setParameter("sender", sender.did())
        .setParameter("thread", thread)
        .getSingleResult();
  }

  @Override
  public boolean isApplied(Origin origin) {
    return digestOf(origin.issuer(), origin.jti()).isPresent();
  }

  @Override
  public boolean isRefused(Origin origin) {
    return !rows(
            "SELECT 1 FROM incoming_message"
                + " WHERE sender = :sender AND message_id = :id AND digest IS NULL",
            Integer.class,
            origin.issuer(),
            origin.jti())
        .isEmpty();
  }

  @Override
  @Transactional
  public Optional<String> digestOf(ParticipantId sender, String messageId) {
    return rows(
            "SELECT digest FROM incoming_message"
                + " WHERE sender = :sender AND message_id = :id AND digest IS NOT NULL",
            String.class,
            sender,
            messageId)
        .stream()
        .findFirst();
  }

  @Override
  public void applied(Origin origin, String digest, Instant at) {
    remember(origin, digest, at);
  }

  @Override
  public void refused(Origin origin, Instant at) {
    remember(origin, null, at);
  }

  private void remember(Origin origin, @Nullable String digest, Instant at) {
    session
        .createNativeMutationQuery(REMEMBER)
        .setParameter("sender", origin.issuer().did())
        .setParameter("id", origin.jti())
        .setParameter("digest", digest)
        .setParameter("at", at)
        .executeUpdate();
    session
        .createNativeMutationQuery(USE_PLACE)
        .setParameter("sender", origin.issuer().did())
        .setParameter("thread", origin.thread())
        .setParameter("first", origin.seq() == 1 ? 1L : 0L)
        .setParameter("seq", origin.seq())
        .executeUpdate();
  }

  private <T> List<T> rows(String query, Class<T> type, ParticipantId sender, String messageId) {
    return session
        .createNativeQuery(query, type)
        .setParameter("sender", sender.did())
        .setParameter("id", messageId)
        .getResultList();
  }
}
