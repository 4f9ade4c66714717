/**
 * How the things of the sum are written over HTTP, the same at every door: amounts by stage and
 * account, ratings, periods, lines of a bill of materials with their sources, a footprint with its
 * explanation.
 */
@NullMarked
package org.cfptrace.service.form;

import org.jspecify.annotations.NullMarked;
