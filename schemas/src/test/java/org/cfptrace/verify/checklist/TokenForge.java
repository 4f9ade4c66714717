package org.cfptrace.verify.checklist;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Makes a compact signed token and spoils one thing of it: what is spoiled before signing is signed
 * over, so that only the defect itself can be the reason to refuse.
 */
final class TokenForge {
  private TestKey key;
  private final String typ;
  private byte[] payload;
  private UnaryOperator<byte[]> headerSpoiler = UnaryOperator.identity();
  private UnaryOperator<byte[]> signatureSpoiler = UnaryOperator.identity();
  private UnaryOperator<String> inputSpoiler = UnaryOperator.identity();
  private UnaryOperator<String> spelling = UnaryOperator.identity();

  TokenForge(TestKey key, String typ, String payload) {
    this.key = key;
    this.typ = typ;
    this.payload = payload.getBytes(StandardCharsets.UTF_8);
  }

  /** The key it is signed with; the header names it. */
  TestKey key() {
    return key;
  }

  TokenForge signedBy(TestKey other) {
    key = other;
    return this;
  }

  TokenForge header(UnaryOperator<String> spoiler) {
    return headerBytes(bytes -> utf8(spoiler.apply(new String(bytes, StandardCharsets.UTF_8))));
  }

  TokenForge headerBytes(UnaryOperator<byte[]> spoiler) {
    headerSpoiler = spoiler;
    return this;
  }

  TokenForge payload(UnaryOperator<String> spoiler) {
    payload = utf8(spoiler.apply(new String(payload, StandardCharsets.UTF_8)));
    return this;
  }

  TokenForge payloadBytes(UnaryOperator<byte[]> spoiler) {
    payload = spoiler.apply(payload);
    return this;
  }

  /** Spoils the 64 bytes of the signature. */
  TokenForge signature(UnaryOperator<byte[]> spoiler) {
    signatureSpoiler = spoiler;
    return this;
  }

  /** Another algorithm's signature, made over the signing input. */
  TokenForge signingInstead(UnaryOperator<byte[]> signing) {
    signatureSpoiler = ignored -> signing.apply(utf8(signingInput()));
    return this;
  }

  /** Spoils header and payload after they were signed. */
  TokenForge afterSigning(UnaryOperator<String> spoiler) {
    inputSpoiler = spoiler;
    return this;
  }

  /** Spoils the finished text. */
  TokenForge spelled(UnaryOperator<String> spoiler) {
    spelling = spoiler;
    return this;
  }

  String compact() {
    byte[] signature = signatureSpoiler.apply(key.sign(utf8(signingInput())));
    return spelling.apply(inputSpoiler.apply(signingInput()) + "." + Base64Text.encode(signature));
  }

  String signingInput() {
    return encodedHeader() + "." + Base64Text.encode(payload);
  }

  String encodedHeader() {
    String header = "{\"alg\":\"ES256\",\"kid\":\"" + key.kid() + "\",\"typ\":\"" + typ + "\"}";
    return Base64Text.encode(headerSpoiler.apply(utf8(header)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
