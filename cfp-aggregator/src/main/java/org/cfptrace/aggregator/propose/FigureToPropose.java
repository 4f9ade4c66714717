package org.cfptrace.aggregator.propose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.FootprintProposalBody.Inputs;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Sha256;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * A footprint in the form in which it is proposed: rounded once, as a declaration states it, with
 * the digest of its explanation.
 */
final class FigureToPropose {
  /** As long as a roll-up may look back. */
  private static final int VALID_MONTHS = 36;

  private final ProductStructure structure;
  private final Footprint footprint;

  FigureToPropose(ProductStructure structure, Footprint footprint) {
    this.structure = structure;
    this.footprint = footprint;
  }

  /** Own emissions are known, or a part counts. */
  boolean isAnythingKnown() {
    return footprint.isOwnKnown() || parts().stream().anyMatch(part -> part.counted() != null);
  }

  /** The sentences of the sum as JSON: {@code [{"en":…,"ja":…},…]}, no white space. */
  String explanation() {
    ArrayNode json = StrictJson.array();
    for (Bilingual sentence : footprint.explanation()) {
      json.add(StrictJson.object().put("en", sentence.en()).put("ja", sentence.ja()));
    }
    return new String(StrictJson.write(json), UTF_8);
  }

  /** The message to the company; the period is the one it is to be declared for. */
  FootprintProposalBody body(ProposalId id, Period period) {
    DeclaredEmissions declared = footprint.toDeclare();
    return new FootprintProposalBody(
        id,
        new ProductClaim(
            structure.traceId(),
            Optional.empty(),
            structure.name(),
            structure.category().name(),
            structure.unit(),
            structure.massPerUnit()),
        new PeriodClaim(period, period.to().plusMonths(VALID_MONTHS)),
        TotalClaim.of(declared.totals(), footprint.isComplete(), footprint.estimatedShare()),
        declared.totals(),
        new StagesClaim(structure.profile(), declared.cells()),
        quality(),
        MethodClaim.of(List.of(), structure.basis()),
        inputs(),
        Base64Url.encode(Sha256.of(explanation().getBytes(UTF_8))));
  }

  private Optional<QualityClaim> quality() {
    QualityClaim quality =
        new QualityClaim(
            Optional.ofNullable(footprint.quality().primaryDataShare()),
            Optional.ofNullable(footprint.quality().rating()));
    return quality.primaryDataShare().isEmpty() && quality.rating().isEmpty()
        ? Optional.empty()
        : Optional.of(quality);
  }

  private Inputs inputs() {
    List<LinePart> parts = parts();
    long missing = parts.stream().filter(part -> !part.isComplete()).count();
    return new Inputs(parts.size(), (int) missing);
  }

  private List<LinePart> parts() {
    return footprint.lines().stream().flatMap(line -> line.parts().stream()).toList();
  }
}
