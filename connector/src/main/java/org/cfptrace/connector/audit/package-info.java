/**
 * Audits, from both ends. A company orders an audit of a product (mandate) and endorses its
 * suppliers towards the auditor; each company decides, by its setting or by a person, whether it
 * shows what it is asked for, and journals every claim it shows. The auditor goes from company to
 * company, waits for those who are away, has the whole chain checked, and signs what was found.
 */
@NullMarked
package org.cfptrace.connector.audit;

import org.jspecify.annotations.NullMarked;
