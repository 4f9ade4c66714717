package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.service.answer.FieldError;

/**
 * A file with many products, and how far it has come.
 *
 * @param products how many were read
 * @param lines how many lines of theirs
 * @param faults why nothing of it was kept, each with its row
 * @param broken why it is BROKEN, and there only then
 */
public record StructureImport(
    UUID id,
    Format format,
    State state,
    long products,
    long lines,
    List<FieldError> faults,
    Optional<Broken> broken,
    Instant beganAt,
    Optional<Instant> endedAt) {
  public StructureImport {
    requireNonNull(id, "id");
    requireNonNull(format, "format");
    requireNonNull(state, "state");
    faults = List.copyOf(faults);
    requireNonNull(broken, "broken");
    if (broken.isPresent() != (state == State.BROKEN)) {
      throw new IllegalArgumentException(state + " because of " + broken);
    }
    requireNonNull(beganAt, "beganAt");
    requireNonNull(endedAt, "endedAt");
  }

  /** How the file is written. */
  public enum Format {
    /** One product a line, as its door takes it, with its trace id. */
    NDJSON,
    /** One line of a product a row. */
    CSV
  }

  /** How far it has come. */
  public enum State {
    /** The file is being read. */
    READING,
    /** All products are there; now they are added up together. */
    CHECKING,
    /** They count. */
    DONE,
    /** Something in it cannot be accepted; nothing of it is kept. */
    REFUSED,
    /** We failed, or were stopped; nothing of it is kept, and it can be sent again. */
    BROKEN
  }

  /** Why we have not come to an end with a file. */
  public enum Broken {
    /** The process that read it is no more; found out by who looked at the list. */
    STOPPED(
        "the service was stopped while it took the file; nothing of it was kept, send it again",
        "ファイルの取込み中にサービスが停止しました。何も保存されていないため、再度送信してください"),
    /** The sender's connection ended before the file did. */
    BROKE_OFF(
        "the file broke off while it came in; nothing of it was kept, send it again",
        "ファイルの受信が途中で切断されました。何も保存されていないため、再度送信してください"),
    /** Another change was in the way; the fault says which. */
    NOT_NOW(
        "it could not be taken at that moment; nothing of it was kept, send it again",
        "その時点では取り込めませんでした。何も保存されていないため、再度送信してください"),
    /** Anything else. */
    FAILED(
        "the service failed while it took the file; nothing of it was kept, send it again",
        "ファイルの取込み中にサービスで障害が発生しました。何も保存されていないため、再度送信してください");

    private final String en;
    private final String ja;

    Broken(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    /** The reason in a person's words. */
    public Bilingual text() {
      return new Bilingual(en, ja);
    }
  }

  /** A file of which nothing is read yet. */
  public static StructureImport begun(Format format, Instant at) {
    return new StructureImport(
        UUID.randomUUID(),
        format,
        State.READING,
        0,
        0,
        List.of(),
        Optional.empty(),
        at,
        Optional.empty());
  }

  /** The same, further on. */
  public StructureImport at(State other, long readProducts, long readLines) {
    return new StructureImport(
        id, format, other, readProducts, readLines, faults, broken, beganAt, endedAt);
  }

  /** The same, at its end: it counts. */
  public StructureImport done(Instant when) {
    return ended(State.DONE, List.of(), Optional.empty(), when);
  }

  /** The same, at its end: something in it cannot be accepted. */
  public StructureImport refused(List<FieldError> because, Instant when) {
    return ended(State.REFUSED, because, Optional.empty(), when);
  }

  /** The same, at its end: we have not come through. */
  public StructureImport broken(Broken why, List<FieldError> because, Instant when) {
    return ended(State.BROKEN, because, Optional.of(why), when);
  }

  private StructureImport ended(
      State other, List<FieldError> because, Optional<Broken> why, Instant when) {
    return new StructureImport(
        id, format, other, products, lines, because, why, beganAt, Optional.of(when));
  }
}
