package org.cfptrace.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import org.cfptrace.bundle.BundleVerifier;
import org.cfptrace.participant.TrustAnchor;

/** {@code deploy/verify BUNDLE [--trust FILE] [--json]}. */
public final class Verify {
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
    byte[] file;
    try {
      file = Files.readAllBytes(options.bundle());
    } catch (IOException e) {
      return Answer.unreadable(
          "the bundle cannot be read: " + options.bundle(), "束を読めません", options.json());
    }
    BundleVerifier verifier;
    try {
      verifier = new BundleVerifier(TrustAnchor.read(options.trustAnchor()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Answer.unreadable(
          "no trust anchor with a log at " + options.trustAnchor() + "; name one with --trust",
          "信頼情報がありません。--trust で指定してください",
          options.json());
    }
    return verifier
        .verify(file)
        .fold(
            accepted ->
                options.json() ? Answer.inJson(accepted.value()) : Answer.inWords(accepted.value()),
            held -> unreadable(held.detail(), options),
            refused -> unreadable(refused.detail(), options));
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
