package org.cfptrace.connector.propose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.StatedQuality;

/**
 * A proposed figure as a footprint: one line that holds all of it and rests on no declaration of a
 * supplier, as an auditor is then told. Own emissions are in that line, for nobody has told them
 * apart here. It is not rolled up again: the cells stay where the aggregator has booked them.
 */
final class ProposedFootprint {
  private static final LineId LINE = new LineId("proposal");

  private ProposedFootprint() {}

  static Footprint of(Proposal proposal) {
    FootprintProposalBody body = proposal.body();
    Emissions cells = body.stages().cells();
    LinePart part =
        new LinePart(
            Share.ALL,
            LineState.OK,
            LineOrigin.PRIMARY,
            null,
            figure(body),
            Fraction.ONE,
            Fraction.ONE,
            cells,
            null,
            null);
    BillOfMaterialsLine line = line(proposal);
    return new Footprint(
        product(body, line),
        body.period().period(),
        Emissions.NONE,
        Emissions.NONE,
        cells,
        cells,
        List.of(new LineResult(line, LineState.OK, LineOrigin.PRIMARY, cells, List.of(part))),
        StatedQuality.ofLineParts(List.of(part)),
        null);
  }

  private static BillOfMaterialsLine line(Proposal proposal) {
    return BillOfMaterialsLine.of(
        LINE,
        "as proposed by " + proposal.proposer().shortId(),
        new Quantity(BigDecimal.ONE, proposal.body().product().unit()),
        new LineSupply.Own(proposal.product()));
  }

  private static OwnProduct product(FootprintProposalBody body, BillOfMaterialsLine line) {
    return new OwnProduct(
        body.product().traceId(),
        body.product().unit(),
        body.product().massPerUnit().orElse(null),
        body.method().basis(),
        body.stages().profile(),
        new OwnEmissions(Emissions.NONE, null, false, false),
        null,
        List.of(line));
  }

  private static SourceFigure.Given figure(FootprintProposalBody body) {
    Optional<DataQuality> rating = body.quality().flatMap(QualityClaim::rating);
    Optional<PrimaryDataShare> primary = body.quality().flatMap(QualityClaim::primaryDataShare);
    return new SourceFigure.Given(
        body.product().unit(),
        body.product().massPerUnit().orElse(null),
        body.stages().cells(),
        body.total().complete(),
        body.total().estimatedShare(),
        rating.orElse(null),
        primary.orElse(null),
        body.method().basis(),
        body.period().period(),
        body.period().validUntil(),
        null);
  }
}
