/** Which claims each audience may see, decided in one place. */
@NullMarked
package org.cfptrace.policy;

import org.jspecify.annotations.NullMarked;
