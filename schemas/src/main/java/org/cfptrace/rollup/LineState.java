package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line counts, and if not, why. Written {@code OK}, {@code ASKED}, {@code
 * STALE(PERIOD_GAP)} or {@code UNUSABLE(GWP_MIX)}. Any state but OK makes the total incomplete.
 */
public record LineState(Kind kind, @Nullable UnusableReason reason) {

  /** The catalogue of states. */
  public enum Kind {
    OK("counted", "算入済み"),
    ASKED("asked, not yet answered", "依頼中(未回答)"),
    REJECTED("the supplier rejected the request", "取引先が差戻し"),
    WITHHELD("the supplier does not disclose it", "取引先が非開示"),
    STALE("out of date", "期限切れデータ"),
    EXPIRED("the declaration has expired", "申告の有効期限切れ"),
    RECALLED("the supplier recalled the declaration", "取引先が申告を取下げ"),
    SENDER_SUSPENDED("the supplier is suspended", "取引先が利用停止中"),
    UNUSABLE("cannot be used", "利用不可");

    private final String en;
    private final String ja;

    Kind(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    public Bilingual text() {
      return new Bilingual(en, ja);
    }
  }

  public static final LineState OK = new LineState(Kind.OK, null);
  public static final LineState ASKED = new LineState(Kind.ASKED, null);
  public static final LineState REJECTED = new LineState(Kind.REJECTED, null);
  public static final LineState WITHHELD = new LineState(Kind.WITHHELD, null);
  public static final LineState STALE = new LineState(Kind.STALE, null);
  public static final LineState PERIOD_GAP = new LineState(Kind.STALE, UnusableReason.PERIOD_GAP);
  public static final LineState EXPIRED = new LineState(Kind.EXPIRED, null);
  public static final LineState RECALLED = new LineState(Kind.RECALLED, null);
  public static final LineState SENDER_SUSPENDED = new LineState(Kind.SENDER_SUSPENDED, null);

  private static final Pattern FORM = Pattern.compile("([A-Z_]+)(?:\\(([A-Z_]+)\\))?");

  public LineState {
    requireNonNull(kind, "kind");
    if (kind == Kind.UNUSABLE && reason == null) {
      throw new IllegalArgumentException("UNUSABLE needs a reason");
    }
    if (kind != Kind.UNUSABLE && kind != Kind.STALE && reason != null) {
      throw new IllegalArgumentException(kind + " takes no reason, got " + reason);
    }
  }

  public static LineState unusable(UnusableReason reason) {
    return new LineState(Kind.UNUSABLE, reason);
  }

  /** Reads the written form. */
  public static LineState of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected STATE or STATE(REASON), got " + text);
    }
    String reason = matcher.group(2);
    return new LineState(
        Kind.valueOf(matcher.group(1)), reason == null ? null : UnusableReason.valueOf(reason));
  }

  public boolean isOk() {
    return kind == Kind.OK;
  }

  /** The state in a person's words. */
  public Bilingual text() {
    if (reason == null) {
      return kind.text();
    }
    return new Bilingual(
        kind.text().en() + ": " + reason.text().en(), kind.text().ja() + ":" + reason.text().ja());
  }

  @Override
  public String toString() {
    return reason == null ? kind.name() : kind + "(" + reason + ")";
  }
}
