/**
 * All that an audit rests on, in one file that anyone can check later, with nothing of ours
 * running: what each company has shown, the signed key histories and status list, the witnessed
 * log, and the auditor's signed report, which names the digest of all the rest. The form is in
 * {@code vectors/BUNDLE.md}.
 */
@NullMarked
package org.cfptrace.bundle;

import org.jspecify.annotations.NullMarked;
