/**
 * The companies that may send us figures. One knocks at our door, a person here compares its
 * fingerprint and lets it in, and from then on its keys are believed only where they follow from
 * the one that person confirmed.
 */
@NullMarked
package org.cfptrace.aggregator.partner;

import org.jspecify.annotations.NullMarked;
