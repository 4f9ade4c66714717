package org.cfptrace.aggregator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.TrustAnchor;

/**
 * A registry for tests, as small as can be: it shows the directory entries it was given (PUT), and
 * notes whom the aggregator lets in. Its key signs them for real.
 */
final class DataSpace {
  static final String DOMAIN = "registry.cfptrace.example";
  static final String DID = "did:web:" + DOMAIN;

  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final Set<String> letIn = ConcurrentHashMap.newKeySet();
  private final KeyPair directoryKey = newKey();
  private final HttpServer server;

  DataSpace() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port", e);
    }
    server.createContext("/api/v1/participants/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  KeyPair directoryKey() {
    return directoryKey;
  }

  TrustAnchor anchor() {
    return new TrustAnchor(
        DOMAIN, DID, selfSigned(directoryKey), signingKey(directoryKey).verificationKey());
  }

  void stop() {
    server.stop(0);
  }

  static SigningKey signingKey(KeyPair pair) {
    return SigningKey.of((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
  }

  /** The key that signs the directory, from what {@link Surroundings} tell of it. */
  static SigningKey signer(String directoryKey, EnrolledParticipant participant) {
    try {
      var key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(
                      new PKCS8EncodedKeySpec(Base64.getDecoder().decode(directoryKey)));
      return SigningKey.of(key, participant.trustAnchor().directoryKey().publicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String id = path[4];
    boolean isAboutPartner = path.length == 7 && path[5].equals("accepted-partners");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (exchange.getRequestMethod() + (isAboutPartner ? " partner" : "")) {
      case "PUT partner" -> {
        letIn.add(path[6]);
        send(exchange, 200, "{}");
      }
      case "DELETE partner" -> {
        letIn.remove(path[6]);
        send(exchange, 200, "{}");
      }
      case "GET partner" -> send(exchange, letIn.contains(path[6]) ? 200 : 404, "{}");
      case "PUT" -> {
        entries.put(id, body);
        send(exchange, 200, "{}");
      }
      case "DELETE" -> {
        entries.remove(id);
        send(exchange, 200, "{}");
      }
      default -> {
        String entry = entries.get(id);
        send(exchange, entry == null ? 404 : 200, "{\"entry\":\"" + entry + "\"}");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  private static X509Certificate selfSigned(KeyPair pair) {
    try {
      X500Name name = new X500Name("CN=test root");
      Instant now = Instant.now();
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      name,
                      BigInteger.ONE,
                      Date.from(now.minusSeconds(60)),
                      Date.from(now.plusSeconds(86_400)),
                      name,
                      pair.getPublic())
                  .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("no certificate", e);
    }
  }
}
