/**
 * An export from the order to the files: gathered, held against what blocks, rendered, read back,
 * signed, corrected. Every step is one transaction, so that whoever goes on after a crash goes on
 * where the last step ended.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.job;

import org.jspecify.annotations.NullMarked;
