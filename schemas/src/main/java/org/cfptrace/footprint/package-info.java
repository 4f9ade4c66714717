/** What a footprint is made of: amounts, units, accounts, stages, quality and periods. */
@NullMarked
package org.cfptrace.footprint;

import org.jspecify.annotations.NullMarked;
