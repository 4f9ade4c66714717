package org.cfptrace.registry.certificate;

import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Pem;

/** A certificate request in order but for what a test spoils. */
final class SpoiledRequest {
  private record Wish(ASN1ObjectIdentifier oid, ASN1Encodable value) {}

  private final KeyPair keys;
  private KeyPair signer;
  private String subject;
  private String algorithm = "SHA256withECDSA";
  private final List<String> nonces = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();

  private SpoiledRequest(KeyPair keys, ParticipantId participant, String nonce) {
    this.keys = keys;
    this.signer = keys;
    this.subject = "CN=" + participant.shortId();
    nonces.add(nonce);
  }

  static SpoiledRequest inOrder(KeyPair keys, ParticipantId participant, String nonce) {
    return new SpoiledRequest(keys, participant, nonce);
  }

  SpoiledRequest signedBy(KeyPair other) {
    signer = other;
    return this;
  }

  SpoiledRequest withAlgorithm(String other) {
    algorithm = other;
    return this;
  }

  SpoiledRequest withSubject(String other) {
    subject = other;
    return this;
  }

  SpoiledRequest withNonces(List<String> others) {
    nonces.clear();
    nonces.addAll(others);
    return this;
  }

  SpoiledRequest wishing(ASN1ObjectIdentifier oid, ASN1Encodable value) {
    wishes.add(new Wish(oid, value));
    return this;
  }

  SpoiledRequest named(GeneralName... names) {
    return wishing(Extension.subjectAlternativeName, new GeneralNames(names));
  }

  byte[] der() {
    try {
      var builder =
          new JcaPKCS10CertificationRequestBuilder(new X500Principal(subject), keys.getPublic());
      for (var nonce : nonces) {
        builder.addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERUTF8String(nonce));
      }
      if (!wishes.isEmpty()) {
        var extensions = new ExtensionsGenerator();
        for (var wish : wishes) {
          extensions.addExtension(wish.oid, false, wish.value);
        }
        builder.addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
      }
      return builder
          .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("the request could not be made", e);
    }
  }

  String pem() {
    return Pem.write("CERTIFICATE REQUEST", der());
  }
}
