package org.cfptrace.registry.participant.adapter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an operator decides so. */
@Schema(name = "Reason")
public record ReasonJson(@Schema(examples = "not registered at this address") String reason) {}
