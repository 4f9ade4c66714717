/**
 * The company that discloses signs what is disclosed: its own connector is asked to sign the digest
 * of an export's manifest, a person there agrees, and the statement lies beside the files.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.sign;

import org.jspecify.annotations.NullMarked;
