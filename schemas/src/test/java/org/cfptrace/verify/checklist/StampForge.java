package org.cfptrace.verify.checklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.TimestampCertificate;

/**
 * Makes RFC 3161 stamps by hand, the same on every run, and also those that BouncyCastle's own
 * generator refuses to make.
 */
public final class StampForge {
  private static final TestKey KEY = TestKey.named("time stamps");
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1");
  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final long YEAR = 365L * 86_400;

  private final TestKey key;
  private final X509CertificateHolder certificate;

  private StampForge(TestKey key, X509CertificateHolder certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** An honest authority with the key of this name. */
  public static StampForge named(String name) {
    return of(TestKey.named(name), Optional.of(KeyPurposeId.id_kp_timeStamping), true);
  }

  /** An authority whose certificate is for this purpose, or says no purpose. */
  static StampForge certifiedFor(Optional<KeyPurposeId> purpose) {
    return of(KEY, purpose, true);
  }

  static StampForge of(TestKey key, Optional<KeyPurposeId> purpose, boolean critical) {
    X500Name name = new X500Name("CN=test time stamps");
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.ofEpochSecond(Cast.IAT - YEAR)),
            Date.from(Instant.ofEpochSecond(Cast.IAT + YEAR)),
            name,
            SubjectPublicKeyInfo.getInstance(key.spki()));
    try {
      if (purpose.isPresent()) {
        builder.addExtension(
            Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose.get()));
      }
      return new StampForge(key, builder.build(signer(key)));
    } catch (IOException e) {
      throw new IllegalStateException("no certificate for the sample", e);
    }
  }

  public TimestampCertificate certificate() {
    try {
      return TimestampCertificate.parse(
          Base64.getEncoder().encodeToString(certificate.getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException("no certificate for the sample", e);
    }
  }

  public byte[] stamp(String note, BigInteger nonce, Instant time) {
    try {
      TSTInfo info =
          new TSTInfo(
              POLICY,
              new MessageImprint(SHA_256, Sha256.of(note.getBytes(UTF_8))),
              new ASN1Integer(BigInteger.TWO),
              new ASN1GeneralizedTime(Date.from(time)),
              null,
              null,
              new ASN1Integer(nonce),
              null,
              null);
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .setSignedAttributeGenerator(this::attributes)
              .build(signer(key), certificate));
      generator.addCertificate(certificate);
      return generator
          .generate(
              new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()),
              true)
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("no stamp for the sample", e);
    }
  }

  // Without the time of signing, which would be that of the run.
  private AttributeTable attributes(Map<?, ?> parameters) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            CMSAttributes.contentType,
            new DERSet(
                (ASN1ObjectIdentifier) parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE))));
    attributes.add(
        new Attribute(
            CMSAttributes.messageDigest,
            new DERSet(
                new DEROctetString((byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST)))));
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(Sha256.of(encoded()))))));
    return new AttributeTable(attributes);
  }

  private byte[] encoded() {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("no certificate for the sample", e);
    }
  }

  /** ES256 with the nonce of RFC 6979, written as certificates write it. */
  private static ContentSigner signer(TestKey key) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
      }

      @Override
      public OutputStream getOutputStream() {
        input.reset();
        return input;
      }

      @Override
      public byte[] getSignature() {
        byte[] rs = key.sign(input.toByteArray());
        ASN1EncodableVector both = new ASN1EncodableVector();
        both.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(rs, 32))));
        both.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(rs, 32, 64))));
        try {
          return new DERSequence(both).getEncoded();
        } catch (IOException e) {
          throw new IllegalStateException("no signature for the sample", e);
        }
      }
    };
  }
}
