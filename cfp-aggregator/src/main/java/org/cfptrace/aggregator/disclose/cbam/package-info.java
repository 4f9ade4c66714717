/**
 * CBAM: what an operator of an installation tells importers of its steel goods. The sixteen items
 * of the operator's summary emissions report (Implementing Regulation (EU) 2025/2547, Annex IV,
 * point 1.2) are built from their own list, once, and become JSON, a workbook and a document;
 * beside them stand the sheet importers read by machine, an estimate of certificates and the
 * response of the Catena-X kit. Specific embedded emissions, never a footprint.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.cbam;

import org.jspecify.annotations.NullMarked;
