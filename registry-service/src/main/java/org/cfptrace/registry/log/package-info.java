/**
 * The public log. Participants hand in digests of their declarations; one writer at a time, whoever
 * holds the lease, appends them in shuffled batches, writes the tiles, signs a checkpoint, has it
 * witnessed and shows it. Who handed in what is kept here and told to nobody; it decides who may
 * say that an entry is superseded or recalled. What the registry itself says of participants, and
 * each version of the status list, are entries too.
 */
@NullMarked
package org.cfptrace.registry.log;

import org.jspecify.annotations.NullMarked;
