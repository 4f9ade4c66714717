package org.cfptrace.aggregator.disclose.pack;

import java.util.Map;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.Stamp;

/** How to check the evidence of a pack with nothing of ours running. */
final class EvidenceReadme {
  private static final String HOW =
      """
      WHAT IS HERE / 内容
      evidence-NNNN.jwt           a declaration (SD-JWT, RFC 9901) exactly as it came, with the
                                  disclosures its holder was shown; each part ends with "~"
      evidence-NNNN.opening.json  what opens its commitment: E gross emissions, R removals and
                                  credits, B biogenic uptake, in micrograms, and r; only where the
                                  total was shown
      evidence-NNNN.proof.json    its proof of inclusion in the public log, with the checkpoint it
                                  leads to; only where that was proved to us
      evidence-NNNN.checkpoint.txt  that checkpoint by itself, a signed note (C2SP)
      directory-NNNN.jwt          the registry's signed directory entry of a company that has signed,
                                  with the history of its keys, as seen last; those of companies
                                  whose entry this participant does not keep are at the registry

      HOW TO CHECK ONE, OFFLINE / 検証方法
      You need what is not in here on purpose: the trust anchor (the registry's directory key; the
      log's origin and key, its witnesses and their quorum), from a source you trust.
      1. File. SHA-256 of evidence-NNNN.jwt is "sha256" in data.csv.
      2. Identity. The text before the first "~" is header.payload.signature. SHA-256 of the ASCII
         text header.payload, base64url without padding, is the declaration id.
      3. Signature. The header is exactly {"alg":"ES256","kid":"...","typ":"cfp-decl-v1+sd-jwt"}.
         The signature (R and S, 64 bytes) is over header.payload, by the key of "iss" whose RFC 7638
         thumbprint is kid. directory-NNNN.jwt lists that key; its own signature is by the registry's
         directory key; the key was valid and not compromised at inclusion time.
      4. Disclosures. base64url of SHA-256 of each disclosure (ASCII, without "~") stands in "_sd" of
         the payload, or in what another disclosure has shown; each once.
      5. Commitment. "ct" of the payload is the compressed point E*G + R*G2 + B*G3 + r*H on P-256;
         G2, G3, H are hash_to_curve of their names (RFC 9380, P256_XMD:SHA-256_SSWU_RO_, DST
         CFP-ZK-V1-P256_XMD:SHA-256_SSWU_RO_). total.exclBiogenicUptake is E - R,
         total.inclBiogenicUptake E - R - B.
      6. Log. The leaf is SHA-256 of 0x00, 0x01 and the 32 bytes of the declaration id; with "index",
         "size" and "path" (RFC 9162, 2.1.3.2) it leads to the root in "checkpoint", a signed note
         (C2SP) of the log with its witnesses' cosignatures.
      7. Arithmetic. lineage.json: for everything made, own + transport + what its arrows bring
         (perUnit) is its own perUnit, to the last digit; an arrow's perUnit is factor x perUnit of
         where it comes from, rounded once to 18 decimals (half even).
         What its maker's terms do not let go to an auditor (WITHHELD) is in none of them: it comes
         to the product in one arrow, and what is made of it is PARTLY_WITHHELD, less by that. Of
         one such source alone no part is told: beside the total the others would tell it.

      WHAT THIS IS NOT / 注意
      This is no evidence bundle cfp-bundle-v1: that form holds an audit, with the mandate and the
      auditor's signed report, which only an audit makes. deploy/verify does not take these files.
      States (ACTIVE, SUPERSEDED, RECALLED, EXPIRED) are those this participant was told; the
      registry's signed status list of the day you check has the last word.
      """;

  private EvidenceReadme() {}

  static String text(PackFacts facts, Stamp stamp) {
    StringBuilder text = new StringBuilder("EVIDENCE OF A PRODUCT'S FOOTPRINT / 証拠一覧\n\n");
    for (Named line : Confidential.head(facts, stamp)) {
      text.append(line.name()).append(": ").append(line.text()).append('\n');
    }
    text.append('\n').append(HOW).append("\nTHE DECLARATIONS / 申告一覧\n");
    Map<String, Input> inputs = EvidenceFiles.inputs(facts);
    for (int i = 0; i < facts.tokens().size(); i++) {
      PackFacts.Token token = facts.tokens().get(i);
      Input input = inputs.get(token.declarationId());
      text.append(EvidenceFiles.name(i)).append("  ").append(token.declarationId());
      if (input != null) {
        text.append("  ").append(input.signer()).append("  ").append(input.state());
        text.append("  ").append(input.evidence());
        input.logIndex().ifPresent(it -> text.append("  log index ").append(it));
      }
      text.append(token.opening().isPresent() ? "" : "  (no opening)");
      text.append(token.proof().isPresent() ? "" : "  (no proof of the log)").append('\n');
    }
    for (int i = 0; i < facts.directory().size(); i++) {
      text.append(EvidenceFiles.directory(i)).append("  ");
      text.append(facts.directory().get(i).company()).append('\n');
    }
    for (PackFacts.LeftOut each : facts.leftOut()) {
      text.append("NOT HERE / 含まれない: ").append(each.declarationId());
      text.append(", ").append(each.why()).append('\n');
    }
    return text.toString();
  }
}
