package org.cfptrace.registry.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Pem;
import org.cfptrace.service.answer.FieldError;

/**
 * Reads a PKCS#10 request and finds everything that is wrong with it. Only a key on P-256, which
 * signed its own request over our nonce, and asks for no more than the participant's own name,
 * passes.
 */
final class KeyRequest {
  private static final int LONGEST = 8192;
  private static final String LABEL = "CERTIFICATE REQUEST";

  private final String field;
  private final List<FieldError> faults;

  private KeyRequest(String field, List<FieldError> faults) {
    this.field = field;
    this.faults = faults;
  }

  /** The key of a request in order; otherwise empty, and {@code faults} says why. */
  static Optional<ECPublicKey> read(
      String field, String pem, ParticipantId participant, String nonce, List<FieldError> faults) {
    var found = new ArrayList<FieldError>();
    var key = new KeyRequest(field, found).check(pem, participant, nonce);
    faults.addAll(found);
    return found.isEmpty() ? key : Optional.empty();
  }

  private Optional<ECPublicKey> check(String pem, ParticipantId participant, String nonce) {
    var request = parse(pem);
    if (request.isEmpty()) {
      return Optional.empty();
    }
    var key = key(request.get());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    checkSignature(request.get(), key.get());
    checkNonce(request.get(), nonce);
    checkSubject(request.get(), participant);
    checkWishes(request.get(), participant);
    return key;
  }

  private Optional<JcaPKCS10CertificationRequest> parse(String pem) {
    try {
      if (pem.length() > LONGEST) {
        return no("TOO_LARGE", "expected at most " + LONGEST + " characters");
      }
      var der = Pem.read(LABEL, pem);
      var request = new JcaPKCS10CertificationRequest(der);
      if (!Arrays.equals(der, request.getEncoded())) {
        return no("NOT_A_REQUEST", "expected one PKCS#10 request and nothing after it");
      }
      return Optional.of(request);
    } catch (IOException | RuntimeException e) {
      // BouncyCastle answers hostile ASN.1 with various unchecked exceptions; all mean the same.
      return no("NOT_A_REQUEST", "expected a PKCS#10 request as PEM");
    }
  }

  private Optional<ECPublicKey> key(JcaPKCS10CertificationRequest request) {
    var algorithm = request.getSubjectPublicKeyInfo().getAlgorithm();
    if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        || !SECObjectIdentifiers.secp256r1.equals(algorithm.getParameters())) {
      return no("WRONG_CURVE", "expected an EC key on the named curve P-256");
    }
    try {
      return Optional.of((ECPublicKey) request.getPublicKey());
    } catch (GeneralSecurityException | RuntimeException e) {
      // A point off the curve or badly encoded ends, by provider, in checked or unchecked
      // exceptions.
      return no("NOT_A_KEY", "expected a point on P-256");
    }
  }

  private void checkSignature(JcaPKCS10CertificationRequest request, ECPublicKey key) {
    if (!request
        .getSignatureAlgorithm()
        .getAlgorithm()
        .equals(X9ObjectIdentifiers.ecdsa_with_SHA256)) {
      no("WRONG_ALGORITHM", "expected a signature by ECDSA with SHA-256");
      return;
    }
    try {
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        no("FORGED", "the request is not signed by its own key");
      }
    } catch (PKCSException | OperatorCreationException | RuntimeException e) {
      // Hostile signature bytes make BouncyCastle and the providers throw unchecked as well;
      // whatever
      // cannot be checked counts as forged.
      no("FORGED", "the request is not signed by its own key");
    }
  }

  private void checkNonce(JcaPKCS10CertificationRequest request, String nonce) {
    var values = values(request, PKCSObjectIdentifiers.pkcs_9_at_challengePassword);
    if (values.size() == 1
        && values.get(0) instanceof ASN1String text
        && MessageDigest.isEqual(text.getString().getBytes(UTF_8), nonce.getBytes(UTF_8))) {
      return;
    }
    no("WRONG_NONCE", "expected our nonce as the only challengePassword");
  }

  private void checkSubject(JcaPKCS10CertificationRequest request, ParticipantId participant) {
    for (var rdn : request.getSubject().getRDNs()) {
      var value = rdn.getFirst();
      if (rdn.isMultiValued()
          || !value.getType().equals(BCStyle.CN)
          || !IETFUtils.valueToString(value.getValue()).equals(participant.shortId())) {
        no("FOREIGN_SUBJECT", "expected CN=" + participant.shortId() + " or no subject");
        return;
      }
    }
  }

  private void checkWishes(JcaPKCS10CertificationRequest request, ParticipantId participant) {
    var values = values(request, PKCSObjectIdentifiers.pkcs_9_at_extensionRequest);
    if (values.isEmpty()) {
      return;
    }
    try {
      if (values.size() != 1) {
        throw new IllegalArgumentException("more than one list of extensions");
      }
      var extensions = Extensions.getInstance(values.get(0));
      for (var oid : extensions.getExtensionOIDs()) {
        checkWish(oid, extensions, participant);
      }
    } catch (RuntimeException e) {
      // The stranger wrote these bytes: BouncyCastle throws various unchecked exceptions, and
      // a cast fails, where the ASN.1 is of another shape. All mean that we do not understand it.
      no("UNREADABLE_EXTENSIONS", "expected one readable list of wished extensions, or none");
    }
  }

  private void checkWish(
      ASN1ObjectIdentifier oid, Extensions extensions, ParticipantId participant) {
    if (oid.equals(Extension.basicConstraints)) {
      if (BasicConstraints.fromExtensions(extensions).isCA()) {
        no("WANTS_TO_BE_CA", "a participant's key certifies nobody");
      }
    } else if (oid.equals(Extension.subjectAlternativeName)) {
      checkNames(extensions, participant);
    } else if (oid.equals(Extension.keyUsage)) {
      if (!KeyUsage.fromExtensions(extensions).equals(new KeyUsage(KeyUsage.digitalSignature))) {
        no("FOREIGN_USAGE", "expected the usage digitalSignature alone, or none");
      }
    } else {
      no("UNKNOWN_EXTENSION", "the extension " + oid.getId() + " is not given to participants");
    }
  }

  private void checkNames(Extensions extensions, ParticipantId participant) {
    var names =
        GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName).getNames();
    for (var name : names) {
      if (name.getTagNo() != GeneralName.uniformResourceIdentifier
          || !((ASN1String) name.getName()).getString().equals(participant.did())) {
        no("FOREIGN_NAME", "expected the URI " + participant.did() + " alone, or no name");
        return;
      }
    }
  }

  private static List<ASN1Encodable> values(
      JcaPKCS10CertificationRequest request, ASN1ObjectIdentifier type) {
    var values = new ArrayList<ASN1Encodable>();
    for (Attribute attribute : request.getAttributes(type)) {
      values.addAll(Arrays.asList(attribute.getAttributeValues()));
    }
    return values;
  }

  private <T> Optional<T> no(String code, String message) {
    faults.add(new FieldError(field, code, message));
    return Optional.empty();
  }
}
