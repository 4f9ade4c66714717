package org.cfptrace.registry.certificate.adapter;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.cfptrace.participant.Pem;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.cfptrace.registry.certificate.Enrolling;
import org.cfptrace.registry.directory.Directory;
import org.cfptrace.registry.limit.adapter.PublicDoor;
import org.cfptrace.registry.wiring.BrokerNudge;
import org.cfptrace.registry.wiring.http.Body;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The doors of enrolment; the one-time code is what opens them. */
@Path("/api/v1")
@Tag(name = "Enrolment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
  private final Enrolling enrolling;
  private final CertificateAuthority authority;
  private final Directory directory;
  private final Writes writes;
  private final BrokerNudge nudge;

  EnrolmentResource(
      Enrolling enrolling,
      CertificateAuthority authority,
      Directory directory,
      Writes writes,
      BrokerNudge nudge) {
    this.enrolling = enrolling;
    this.authority = authority;
    this.directory = directory;
    this.writes = writes;
    this.nudge = nudge;
  }

  /** What opens the first door. */
  @Schema(name = "EnrolmentCode")
  public record CodeJson(String enrolmentCode) {}

  /** A text to sign over. */
  @Schema(name = "EnrolmentNonce")
  public record NonceJson(String nonce, Instant expiresAt) {}

  /** Keys and the proofs that they are held. */
  @Schema(name = "EnrolmentRequest")
  public record RequestJson(
      String enrolmentCode,
      String nonce,
      @Schema(description = "PKCS#10 as PEM, challengePassword = nonce") String signingRequest,
      @Schema(description = "PKCS#10 as PEM, challengePassword = nonce") String tlsRequest,
      @Schema(description = "JWS cfp-keybind-v1+jwt by the signing key over {iss,jwk,nonce,iat}")
          String encryptionKey) {}

  /** Certificates and the directory entry that shows the keys. */
  @Schema(name = "Enrolment")
  public record EnrolledJson(
      String signingCertificate,
      String tlsCertificate,
      List<String> chain,
      @Schema(examples = "abcd2345efgh6723.1") String principal,
      String entry) {}

  @POST
  @Path("/participants/{id}/enrolment-nonces")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.ARRIVAL)
  @Operation(summary = "A nonce to make certificate requests over. 証明書要求に用いるノンスを取得する。")
  public Response nonce(
      @RestPath String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = CodeJson.class)))
          byte[] bytes) {
    return writes.once(
        "enrolment " + id,
        bytes,
        () -> {
          var body = Body.of(bytes);
          var code = body.text("enrolmentCode", 64);
          body.end();
          var nonce = enrolling.nonce(id, code);
          return Answer.created(new NonceJson(nonce.text(), nonce.expiresAt()));
        });
  }

  @POST
  @Path("/participants/{id}/certificates")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.ARRIVAL)
  @Operation(summary = "Enrol keys and get certificates for 90 days. 鍵を登録し証明書を取得する。")
  public Response enrol(
      @RestPath String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = RequestJson.class)))
          byte[] bytes) {
    var response =
        writes.once(
            "enrolment " + id,
            bytes,
            () -> {
              var enrolled = enrolling.enrol(id, request(Body.of(bytes)));
              return Answer.created(
                  new EnrolledJson(
                      pem(enrolled.certificates().signing()),
                      pem(enrolled.certificates().tls()),
                      authority.chain().stream().map(EnrolmentResource::pem).toList(),
                      enrolled.principal(),
                      directory.entry(enrolled.participant())));
            });
    nudge.bring(id);
    return response;
  }

  private static Enrolling.Request request(Body body) {
    var request =
        new Enrolling.Request(
            body.text("enrolmentCode", 64),
            body.text("nonce", 128),
            body.text("signingRequest", 8192),
            body.text("tlsRequest", 8192),
            body.text("encryptionKey", 8192));
    body.end();
    return request;
  }

  private static String pem(X509Certificate certificate) {
    try {
      return Pem.write("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("certificate without an encoding", e);
    }
  }
}
