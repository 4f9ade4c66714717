/**
 * What all doors have in common: bodies read strictly with every fault named at once, writes that
 * can be repeated, signed calls, and refusals as problems in the caller's language.
 */
@NullMarked
package org.cfptrace.registry.wiring.http;

import org.jspecify.annotations.NullMarked;
