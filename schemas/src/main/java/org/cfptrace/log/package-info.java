/**
 * The transparency log as everybody else sees it, in plain Java and without input or output: what
 * is entered, how the tree over the entries is hashed (RFC 9162), how the log and its witnesses
 * sign for it (C2SP signed notes, checkpoints, cosignatures and tiles), and how a stranger checks
 * that an entry is in it and that nothing was taken out. Every check answers with a {@link
 * org.cfptrace.log.LogVerdict}: proven, or refused with a {@link org.cfptrace.log.LogReason}.
 */
@NullMarked
package org.cfptrace.log;

import org.jspecify.annotations.NullMarked;
