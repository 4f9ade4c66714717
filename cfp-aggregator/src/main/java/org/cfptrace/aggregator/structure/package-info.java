/**
 * What products are made of, as their owner says it: assemblies, purchased parts, materials and
 * energy with emission factors, own processes, transport; each version with the days for which it
 * holds. Nothing is added up here.
 */
@NullMarked
package org.cfptrace.aggregator.structure;

import org.jspecify.annotations.NullMarked;
