/**
 * Whose data it is. Several companies keep their products at one aggregator, and none of them sees
 * anything of another's: every row names its owner, and the database shows a company its own rows
 * alone.
 */
@NullMarked
package org.cfptrace.aggregator.tenant;

import org.jspecify.annotations.NullMarked;
