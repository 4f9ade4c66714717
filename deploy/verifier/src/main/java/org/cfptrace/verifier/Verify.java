package org.cfptrace.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cfptrace.bundle.BundleFile;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.participant.TrustAnchor;

/** {@code deploy/verify BUNDLE [--trust FILE] [--json]}. */
public final class Verify {
  private static final int LARGEST_ANCHOR = 256 * 1024;

  private Verify() {}

  public static void main(String[] arguments) {
    Answer answer = answer(arguments);
    print(answer.text());
    System.exit(answer.code());
  }

  static Answer answer(String... arguments) {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      return Answer.unreadable(e.getMessage() + "", "引数が正しくありません", false);
    }
    try {
      return answer(options);
    } catch (OutOfMemoryError e) {
      return Answer.unreadable(
          "the bundle needs more memory than Java has here; give it more, say"
              + " JAVA_TOOL_OPTIONS=-Xmx4g",
          "メモリが不足しています。Java のメモリを増やしてください(例: JAVA_TOOL_OPTIONS=-Xmx4g)",
          options.json());
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of ours, not of the bundle: no word on whether it holds.
      return Answer.unreadable(
          "the verifier itself has failed: " + e.getClass().getSimpleName(),
          "検証プログラムの内部エラーです",
          options.json());
    }
  }

  private static Answer answer(Options options) {
    BundleVerifier verifier;
    try {
      verifier = new BundleVerifier(trustAnchor(options.trustAnchor()));
    } catch (IOException | IllegalArgumentException e) {
      return Answer.unreadable(
          "no trust anchor with a log at " + options.trustAnchor() + "; name one with --trust",
          "信頼情報がありません。--trust で指定してください",
          options.json());
    }
    byte[] file;
    try {
      if (Files.size(options.bundle()) > BundleFile.LARGEST) {
        return unreadable("above " + BundleFile.LARGEST / 1024 / 1024 + " MiB", options);
      }
      file = read(options.bundle(), BundleFile.LARGEST);
    } catch (IOException e) {
      return Answer.unreadable(
          "the bundle cannot be read: " + options.bundle(), "束を読めません", options.json());
    }
    return verifier
        .verify(file)
        .fold(
            accepted ->
                options.json() ? Answer.inJson(accepted.value()) : Answer.inWords(accepted.value()),
            held -> unreadable(held.detail(), options),
            refused -> unreadable(refused.detail(), options));
  }

  private static TrustAnchor trustAnchor(Path path) throws IOException {
    byte[] file = read(path, LARGEST_ANCHOR);
    if (file.length > LARGEST_ANCHOR) {
      throw new IllegalArgumentException("larger than a trust anchor");
    }
    // Strictly: a byte that is no UTF-8 is an error, not a question mark.
    return TrustAnchor.parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
  }

  /** Reads a file; of one that is larger than it may be, one byte more than that. */
  private static byte[] read(Path path, int largest) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(largest + 1);
    }
  }

  private static Answer unreadable(String detail, Options options) {
    return Answer.unreadable(
        "not an evidence bundle of the form cfp-bundle-v1: " + detail,
        "cfp-bundle-v1 形式の証拠の束ではありません",
        options.json());
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void print(String text) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    out.println(text);
  }
}
