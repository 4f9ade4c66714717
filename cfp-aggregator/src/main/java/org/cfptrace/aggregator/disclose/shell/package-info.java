/**
 * A footprint as an Asset Administration Shell: the submodel CarbonFootprint of IDTA 02023 for any
 * product, and as part 3 of the digital battery passport (IDTA 02035-3) for a battery; as a JSON
 * environment and as an AASX package.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.shell;

import org.jspecify.annotations.NullMarked;
