package org.cfptrace.service.http;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;

/**
 * A write that is repeatable although its body is too long to be held: the key is claimed before
 * the body is read, and what the request was is known at its end. Claim, work and {@link #keep} are
 * in one transaction of the caller's, so that a write that is refused, or whose process was killed,
 * leaves its key free.
 */
public final class StreamedWrite {
  /** Stands where no digest can, until the body has been read. */
  private static final String UNREAD = "";

  private final KeptAnswers.Name name;
  private final DigestInputStream body;
  private final KeptAnswers answers;
  private final Function<Object, String> written;
  private final CrashPoints crashPoints;
  private Optional<KeptAnswers.Kept> before = Optional.empty();
  private Optional<StoredAnswer> answer = Optional.empty();
  private Optional<String> digest = Optional.empty();

  StreamedWrite(
      KeptAnswers.Name name,
      DigestInputStream body,
      KeptAnswers answers,
      Function<Object, String> written,
      CrashPoints crashPoints) {
    this.name = requireNonNull(name, "name");
    this.body = requireNonNull(body, "body");
    this.answers = requireNonNull(answers, "answers");
    this.written = requireNonNull(written, "written");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
  }

  /**
   * What is sent; only what is read through this is known afterwards. A reader that closes it when
   * it has enough, as those of CSV do, leaves the rest to be read for its digest.
   */
  public InputStream body() {
    return new FilterInputStream(body) {
      @Override
      public void close() {
        // Whoever serves the request closes the body.
      }
    };
  }

  /**
   * In the transaction of the work, before anything of the body is read: whether nothing was
   * written under this key yet. Where another transaction holds the key we wait for its end.
   */
  public boolean isFirst() {
    if (answers.claim(name, UNREAD)) {
      return true;
    }
    before = Optional.of(answers.kept(name));
    return false;
  }

  /** In the same transaction, once the work is done: keeps what is answered. */
  public void keep(Answer given) {
    var stored = StoredAnswer.of(given, written);
    answers.requestIs(name, digest());
    answers.keep(name, stored);
    answer = Optional.of(stored);
    crashPoints.reach(CrashPoint.HTTP_WRITE_BEFORE_COMMIT);
  }

  /**
   * What is answered, after that transaction: what was kept in it, or what was answered the first
   * time.
   *
   * @throws org.cfptrace.service.answer.Refused IDEMPOTENCY_KEY_REUSED where another body came
   *     under the key of an earlier write
   */
  public Response answered() {
    before.ifPresent(kept -> Writes.refuseUnlessSame(kept, digest()));
    crashPoints.reach(CrashPoint.HTTP_WRITE_AFTER_COMMIT);
    return Writes.response(
        answer
            .or(() -> before.map(KeptAnswers.Kept::answer))
            .orElseThrow(() -> new IllegalStateException("the write was not begun")));
  }

  /** Of the whole body, however much of it the work has read. */
  private String digest() {
    if (digest.isEmpty()) {
      try {
        body.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException("the body broke off", e);
      }
      digest = Optional.of(HexFormat.of().formatHex(body.getMessageDigest().digest()));
    }
    return digest.get();
  }
}
