/**
 * The one strict reader: nothing else opens envelopes or parses tokens. It judges in a fixed order
 * (shape, signature, signer's standing, addressed to us, not replayed, commitment opens, units) and
 * answers with a {@link org.cfptrace.verify.Reading}: accepted, held for later, or refused with a
 * {@link org.cfptrace.verify.Reason}. Only it can make a verified message or declaration.
 */
@NullMarked
package org.cfptrace.verify;

import org.jspecify.annotations.NullMarked;
