package org.cfptrace.it.hostile;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Properties;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cfptrace.local.stack.KeyFile;
import org.cfptrace.local.stack.LocalStack;

/** A certificate that nobody issued: its holder signed it. */
final class ForeignCertificate {

  private static final String PASSWORD = "self-made";

  private ForeignCertificate() {}

  /** Settings of a Kafka client that claims to be {@code subject}. */
  static Properties settings(Path directory, LocalStack stack, String subject) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    Instant now = Instant.now();
    X500Name name = new X500Name(subject);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now.minus(1, ChronoUnit.HOURS)),
            Date.from(now.plus(1, ChronoUnit.DAYS)),
            name,
            keys.getPublic());
    Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "key", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
    Path file = directory.resolve("self-made.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    Properties settings =
        new KeyFile(file, PASSWORD)
            .kafkaClient(stack.broker().bootstrapServers(), stack.broker().trust());
    settings.put("default.api.timeout.ms", "10000");
    settings.put("request.timeout.ms", "5000");
    return settings;
  }
}
