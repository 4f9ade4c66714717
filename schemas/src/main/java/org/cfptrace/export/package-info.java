/**
 * What a company signs of the files it gives to authorities and customers: which export they are,
 * for whom, and the digest of their manifest, which holds the digest of each file. So whoever has
 * the files can check, for as long as they are kept, that they are the ones that were signed.
 */
@NullMarked
package org.cfptrace.export;

import org.jspecify.annotations.NullMarked;
