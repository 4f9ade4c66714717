/**
 * The stranger's tool: reads an evidence bundle and a trust anchor from disk, has both checked, and
 * says in plain words what holds.
 */
@NullMarked
package org.cfptrace.verifier;

import org.jspecify.annotations.NullMarked;
