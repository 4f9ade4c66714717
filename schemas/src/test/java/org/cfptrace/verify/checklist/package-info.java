/**
 * The list of bad inputs, each made from an accepted sample by one defect and shown to the reader
 * with every crypto provider. The samples are the same bytes on every machine: keys are fixed and
 * signatures deterministic (RFC 6979), so they are published as files that other languages can run.
 */
@NullMarked
package org.cfptrace.verify.checklist;

import org.jspecify.annotations.NullMarked;
