/**
 * The public log. Participants hand in digests of their declarations; one writer at a time, whoever
 * holds the lease, appends them in shuffled batches, writes the tiles, signs a checkpoint, has it
 * witnessed and shows it. Who handed in what is kept here and told to nobody. That a declaration is
 * superseded or recalled its issuer alone may say, who shows what it has signed. What the registry
 * itself says of participants, and each version of the status list, are entries too.
 */
@NullMarked
package org.cfptrace.registry.log;

import org.jspecify.annotations.NullMarked;
