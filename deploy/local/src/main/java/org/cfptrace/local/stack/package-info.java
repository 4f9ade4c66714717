/**
 * The whole platform on one machine, as processes on 127.0.0.1: PostgreSQL, a Kafka broker that
 * lets nobody in without a certificate, an OIDC provider that checks secrets, the witnesses and the
 * time-stamp authority of the public log, the registry, the aggregator and one connector per
 * company. Everything it writes lies in one data directory, and when the launcher goes, by Ctrl-C
 * or by force, everything it started goes too.
 */
@NullMarked
package org.cfptrace.local.stack;

import org.jspecify.annotations.NullMarked;
