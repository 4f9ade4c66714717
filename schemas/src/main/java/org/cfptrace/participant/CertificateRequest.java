package org.cfptrace.participant;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import javax.security.auth.x500.X500Principal;
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

/**
 * A PKCS#10 request (RFC 2986) whose self-signature covers the registry's nonce, so that it proves
 * possession of the key now: subject {@code CN=<short id>}, the participant's did as URI name, the
 * nonce as challengePassword.
 */
public final class CertificateRequest {
  private CertificateRequest() {}

  /** The request as PEM. */
  public static String make(
      PublicKey publicKey, PrivateKey privateKey, ParticipantId participant, String nonce) {
    try {
      var extensions = new ExtensionsGenerator();
      extensions.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName(GeneralName.uniformResourceIdentifier, participant.did())));
      var builder =
          new JcaPKCS10CertificationRequestBuilder(
              new X500Principal("CN=" + participant.shortId()), publicKey);
      builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
      builder.addAttribute(
          PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERUTF8String(nonce));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(privateKey);
      return Pem.write("CERTIFICATE REQUEST", builder.build(signer).getEncoded());
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("certificate request could not be made", e);
    }
  }
}
