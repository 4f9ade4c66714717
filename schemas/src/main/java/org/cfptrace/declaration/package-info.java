/**
 * One signed, immutable statement of a product's cumulative footprint, made for one recipient. A
 * draft becomes a signed declaration whose every claim stands behind a salted digest, and a signed
 * declaration gives each reader a view that shows some claims and not others. Checking is the
 * reader's ({@code org.cfptrace.verify}).
 */
@NullMarked
package org.cfptrace.declaration;

import org.jspecify.annotations.NullMarked;
