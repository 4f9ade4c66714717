/**
 * What every participant does alike, in plain Java: it keeps its keys in a file, enrols with the
 * registry, signs the calls it makes there, and reads the signed directory. A directory entry is
 * believed because of its signature, whatever door it came through; a partner's key is believed
 * because it was pinned.
 */
@NullMarked
package org.cfptrace.participant;

import org.jspecify.annotations.NullMarked;
