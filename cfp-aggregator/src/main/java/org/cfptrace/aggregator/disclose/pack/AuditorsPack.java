package org.cfptrace.aggregator.disclose.pack;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.ProductTrees;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.http.Fields;

/**
 * An auditor's pack of any product with a structure: {@code data.csv}, {@code lineage.json}, {@code
 * lineage.svg}, {@code method.txt}, and the evidence: each declaration's exact token, its opening,
 * its proof of the log, the signers' directory entries, and {@code evidence-README.txt} on how to
 * check them with nothing of ours running. What its issuer's terms do not let go to an auditor is
 * not in it ({@link Withheld}).
 */
public final class AuditorsPack implements Target<PackOptions, PackFacts> {
  private static final int MOST_TOKEN_BYTES = 64 * 1024 * 1024;

  private final ProductReader products;
  private final ProductTrees trees;
  private final Declarations declarations;
  private final PublicRecord record;
  private final int mostTokenBytes;

  public AuditorsPack(
      ProductReader products, ProductTrees trees, Declarations declarations, PublicRecord record) {
    this(products, trees, declarations, record, MOST_TOKEN_BYTES);
  }

  /**
   * @param mostTokenBytes how much of declarations a pack takes; it is made in memory
   */
  AuditorsPack(
      ProductReader products,
      ProductTrees trees,
      Declarations declarations,
      PublicRecord record,
      int mostTokenBytes) {
    this.products = requireNonNull(products, "products");
    this.trees = requireNonNull(trees, "trees");
    this.declarations = requireNonNull(declarations, "declarations");
    this.record = requireNonNull(record, "record");
    this.mostTokenBytes = mostTokenBytes;
  }

  @Override
  public TargetName name() {
    return TargetName.AUDITORS_PACK;
  }

  @Override
  public Shown shows() {
    return Shown.BOTH;
  }

  @Override
  public Class<PackOptions> optionsType() {
    return PackOptions.class;
  }

  @Override
  public PackOptions options(Fields fields) {
    return PackOptions.read(fields);
  }

  @Override
  public Class<PackFacts> facts() {
    return PackFacts.class;
  }

  @Override
  public Gathered<PackFacts> gather(Tenant tenant, Subject<PackOptions> subject) {
    TraceId product = TraceId.of(subject.id());
    Set<String> options = subject.options().built();
    Gathered<ProductFacts> read = products.read(tenant, product, subject, options);
    Tree tree =
        trees.tree(
            tenant,
            product,
            new Footprints.Question(
                Optional.of(subject.period().to()), Optional.of(subject.asOf()), options));
    if (!tree.footprint().toDeclare().cells().equals(read.facts().total())) {
      throw new IllegalStateException("read twice, " + product + " has two totals");
    }
    TakeTokens taken = new TakeTokens(declarations, record, tenant, mostTokenBytes);
    taken.take(read.evidence().inputs());
    Withheld withheld = new Withheld(taken.withheld(), read.facts().sources());
    if (withheld.isToldByOthers()) {
      taken.leaveOutAll();
    }
    Evidence evidence = withheld.of(with(taken.inputs(), read.evidence()));
    List<Finding> findings = new ArrayList<>(withheld.of(read.findings()));
    taken
        .leftOut()
        .forEach(
            it ->
                findings.add(
                    Finding.of(
                        Finding.Code.NOT_STATED,
                        "declaration " + it.declarationId() + " is not in the pack: " + it.why())));
    return new Gathered<>(
        new PackFacts(
            withheld.of(read.facts()),
            subject.options(),
            evidence,
            withheld.split(),
            WithheldNodes.of(LineageOf.tree(tree), withheld),
            taken.tokens(),
            directory(evidence.inputs(), taken.withheld()),
            taken.leftOut()),
        evidence,
        read.results(),
        findings);
  }

  private static Evidence with(List<Input> inputs, Evidence evidence) {
    return new Evidence(
        inputs, evidence.factorSets(), evidence.structureVersions(), evidence.method());
  }

  private List<PackFacts.Entry> directory(List<Input> inputs, Set<String> withheld) {
    Set<String> signers = new TreeSet<>();
    inputs.stream()
        .filter(it -> !withheld.contains(it.declarationId()))
        .forEach(it -> signers.add(it.signer()));
    List<PackFacts.Entry> entries = new ArrayList<>();
    for (String signer : signers) {
      record
          .directoryEntry(new ParticipantId(signer))
          .ifPresent(jws -> entries.add(new PackFacts.Entry(signer, jws)));
    }
    return entries;
  }

  @Override
  public List<ExportFile> files(PackFacts facts, Stamp stamp) {
    List<ExportFile> files = new ArrayList<>();
    files.add(DataCsv.file(facts));
    files.add(LineageJson.file(facts, stamp));
    files.add(LineageSvg.file(facts, stamp));
    files.add(MethodText.file(facts, stamp));
    files.addAll(EvidenceFiles.of(facts, stamp));
    return files;
  }

  @Override
  public List<String> faults(PackFacts facts, List<ExportFile> files) {
    return new PackFaults(facts, files).all();
  }
}
