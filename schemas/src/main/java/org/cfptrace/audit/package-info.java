/**
 * What the parties of an audit sign: the company its mandate, each customer its endorsement for the
 * next company up the chain, the auditor its report and its attestation. Each is a token of a form
 * of its own, made by a record and read back by the same record, strictly and with a reason.
 */
@NullMarked
package org.cfptrace.audit;

import org.jspecify.annotations.NullMarked;
