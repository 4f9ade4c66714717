package org.cfptrace.verify.checklist;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All samples: what is accepted, to compare with, and what is spoiled. */
final class Checklist {
  /** The numbers of the list of bad inputs that are the reader's to answer. */
  static final Set<Integer> ITEMS =
      Stream.of(
              IntStream.rangeClosed(1, 101),
              IntStream.of(102, 103, 104, 106, 107, 108, 109, 110, 114),
              IntStream.rangeClosed(120, 134),
              IntStream.of(136))
          .flatMap(IntStream::boxed)
          .collect(Collectors.toCollection(TreeSet::new));

  private static final List<Sample> ALL =
      Stream.of(
              ControlSamples.all(),
              BorderSamples.all(),
              SpellingSamples.all(),
              HeaderSamples.all(),
              KeySamples.all(),
              SignatureSamples.all(),
              PayloadSamples.all(),
              NumberSamples.all(),
              TimeSamples.all(),
              SupersessionSamples.all(),
              AddressSamples.all(),
              PresentationSamples.all(),
              DisclosureSamples.all(),
              CommitmentSamples.all(),
              StageSamples.all(),
              EnvelopeSamples.all(),
              ChainSamples.all(),
              AnchorSamples.all(),
              GrowthSamples.all(),
              StampSamples.all())
          .flatMap(samples -> samples)
          .toList();

  private Checklist() {}

  static List<Sample> all() {
    return ALL;
  }
}
