package org.cfptrace.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.crash.CrashPoints;
import org.junit.jupiter.api.Test;

/** A body that is read while it comes in is known at its end, and is one write under its key. */
class StreamedWriteTest {
  private static final KeptAnswers.Name NAME = new KeptAnswers.Name("olga", "key");

  private final InMemory answers = new InMemory();

  @Test
  void theSameBodyUnderTheSameKeyIsAnsweredAsTheFirstTimeAndNotWorkedOn() throws IOException {
    taken("a,b", "first");

    StreamedWrite again = write("a,b");

    assertThat(again.isFirst()).isFalse();
    assertThat(again.answered().getStatus()).isEqualTo(201);
    assertThat((byte[]) again.answered().getEntity()).isEqualTo("first".getBytes(UTF_8));
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() throws IOException {
    taken("a,b", "first");

    for (String other : new String[] {"", "a", "a,b,"}) {
      StreamedWrite write = write(other);
      assertThat(write.isFirst()).isFalse();
      assertThatThrownBy(write::answered)
          .as(other)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REUSED));
    }
  }

  @Test
  void whatTheWorkHasNotReadOfTheBodyBelongsToItToo() throws IOException {
    StreamedWrite write = write("read, not read");
    assertThat(write.isFirst()).isTrue();
    assertThat(new String(write.body().readNBytes(4), UTF_8)).isEqualTo("read");
    write.keep(Answer.created("done"));

    StreamedWrite shorter = write("read");
    assertThat(shorter.isFirst()).isFalse();
    assertThatThrownBy(shorter::answered).isInstanceOf(Refused.class);
    StreamedWrite same = write("read, not read");
    assertThat(same.isFirst()).isFalse();
    assertThat(same.answered().getStatus()).isEqualTo(201);
  }

  @Test
  void aReaderThatClosesTheBodyEndsNothing() throws IOException {
    StreamedWrite write = write("a,b");
    assertThat(write.isFirst()).isTrue();
    write.body().close();

    write.keep(Answer.created("done"));

    assertThat(write.answered().getStatus()).isEqualTo(201);
  }

  @Test
  void theFirstTimeIsAnsweredWithWhatWasKept() throws IOException {
    assertThat(taken("a,b", "first").answered().getStatus()).isEqualTo(201);
  }

  private StreamedWrite taken(String body, String answer) throws IOException {
    StreamedWrite write = write(body);
    assertThat(write.isFirst()).isTrue();
    assertThat(write.body().readAllBytes()).isEqualTo(body.getBytes(UTF_8));
    write.keep(Answer.created(answer));
    return write;
  }

  private StreamedWrite write(String body) {
    try {
      return new StreamedWrite(
          NAME,
          new DigestInputStream(
              new Sent(body.getBytes(UTF_8)), MessageDigest.getInstance("SHA-256")),
          answers,
          Object::toString,
          CrashPoints.NONE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A body as a server has it: once it is closed nothing can be read. */
  private static final class Sent extends FilterInputStream {
    private boolean isClosed;

    Sent(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (isClosed) {
        throw new IOException("Stream is closed");
      }
      return super.read(into, from, most);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private static final class InMemory implements KeptAnswers {
    private final Map<Name, Kept> kept = new HashMap<>();

    @Override
    public int longestKey() {
      return 100;
    }

    @Override
    public boolean claim(Name name, String requestDigest) {
      StoredAnswer none =
          new StoredAnswer(0, Optional.empty(), OptionalLong.empty(), Optional.empty());
      return kept.putIfAbsent(name, new Kept(requestDigest, none)) == null;
    }

    @Override
    public void requestIs(Name name, String requestDigest) {
      kept.put(name, new Kept(requestDigest, kept(name).answer()));
    }

    @Override
    public void keep(Name name, StoredAnswer answer) {
      kept.put(name, new Kept(kept(name).requestDigest(), answer));
    }

    @Override
    public Kept kept(Name name) {
      return Optional.ofNullable(kept.get(name)).orElseThrow();
    }

    @Override
    public int forgetOld() {
      return 0;
    }
  }
}
