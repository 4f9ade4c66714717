package org.cfptrace.aggregator.disclose.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/**
 * Reads both files of a shell back with AAS4J and holds them against the template and the expected
 * footprints: ids, cardinalities, value lists, figures.
 */
final class SubmodelFaults {
  private SubmodelFaults() {}

  /** What is wrong with the files of an export. */
  static List<String> of(List<ExportFile> files, List<FootprintEntry> expected, List<Rule> rules) {
    Optional<ExportFile> json = named(files, ShellFiles.JSON);
    Optional<ExportFile> aasx = named(files, ShellFiles.AASX);
    if (files.size() != 2 || json.isEmpty() || aasx.isEmpty()) {
      return List.of("expected " + ShellFiles.JSON + " and " + ShellFiles.AASX + " alone");
    }
    List<String> faults = new ArrayList<>();
    faults.addAll(of(json.get(), ShellPackage::readJson, expected, rules));
    faults.addAll(of(aasx.get(), ShellPackage::readAasx, expected, rules));
    return faults;
  }

  private static Optional<ExportFile> named(List<ExportFile> files, String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  private static List<String> of(
      ExportFile file,
      Function<byte[], Environment> reader,
      List<FootprintEntry> expected,
      List<Rule> rules) {
    Environment environment;
    try {
      environment = reader.apply(file.bytes());
    } catch (RuntimeException unreadable) {
      // The libraries beneath say what they cannot read in many ways.
      return List.of(file.name() + " cannot be read: " + unreadable.getMessage());
    }
    return environmentFaults(file.name(), environment, expected, rules);
  }

  private static List<String> environmentFaults(
      String at, Environment environment, List<FootprintEntry> expected, List<Rule> rules) {
    List<AssetAdministrationShell> shells = environment.getAssetAdministrationShells();
    List<Submodel> submodels = environment.getSubmodels();
    if (shells.size() != 1 || submodels.size() != 1) {
      return List.of(at + ": expected one shell with one submodel");
    }
    Submodel submodel = submodels.get(0);
    List<String> faults = new ArrayList<>();
    boolean isReferred =
        shells.get(0).getSubmodels().stream()
            .anyMatch(reference -> EntryFaults.id(reference).equals(submodel.getId()));
    if (!isReferred) {
      faults.add(at + ": the shell does not refer to the submodel");
    }
    if (!FootprintSubmodel.ID_SHORT.equals(submodel.getIdShort())) {
      faults.add(at + ": the submodel is called " + submodel.getIdShort());
    }
    if (!Semantics.SUBMODEL.equals(EntryFaults.id(submodel.getSemanticId()))) {
      faults.add(at + ": the submodel has semantic id " + EntryFaults.id(submodel.getSemanticId()));
    }
    faults.addAll(listFaults(at, submodel.getSubmodelElements(), expected, rules));
    return faults;
  }

  private static List<String> listFaults(
      String at, List<SubmodelElement> elements, List<FootprintEntry> expected, List<Rule> rules) {
    if (elements.size() != 1
        || !(elements.get(0) instanceof SubmodelElementList list)
        || !FootprintSubmodel.FOOTPRINTS.equals(list.getIdShort())) {
      return List.of(at + ": expected the list " + FootprintSubmodel.FOOTPRINTS + " alone");
    }
    List<String> faults = new ArrayList<>();
    if (!Semantics.FOOTPRINTS.equals(EntryFaults.id(list.getSemanticId()))
        || !Semantics.FOOTPRINT.equals(EntryFaults.id(list.getSemanticIdListElement()))) {
      faults.add(at + ": the list of footprints has other semantic ids than its template");
    }
    List<SubmodelElement> entries = list.getValue();
    if (entries.size() != expected.size()) {
      faults.add(at + ": " + entries.size() + " footprints, expected " + expected.size());
      return faults;
    }
    for (int i = 0; i < entries.size(); i++) {
      faults.addAll(EntryFaults.of(at + " footprint " + i, entries.get(i), expected.get(i), rules));
    }
    return faults;
  }
}
