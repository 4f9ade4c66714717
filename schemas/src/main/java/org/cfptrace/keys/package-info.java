/**
 * A participant's keys and what is done with them: signing and checking (ES256), agreeing on a
 * secret (ECDH P-256), and committing to amounts without showing them. The provider of the
 * arithmetic is chosen once, by self-test: Amazon Corretto, then BouncyCastle, then the JDK; none
 * is ever registered with the JVM, so that nothing else changes its behaviour.
 */
@NullMarked
package org.cfptrace.keys;

import org.jspecify.annotations.NullMarked;
