package org.cfptrace.connector.wiring.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.cfptrace.service.http.DoorsInWriting;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What the OpenAPI document of this service says about all of its doors. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OwnDoorsInWriting implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    DoorsInWriting.complete(document);
  }
}
