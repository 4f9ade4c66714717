package org.cfptrace.registry.wiring;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the generated OpenAPI says about all doors. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "CFP Trace registry",
            version = "1",
            description =
                "Who is who: applications, enrolment, the directory, and who may write to whom."
                    + " Every write but a signed call needs an Idempotency-Key; every refusal is a"
                    + " problem (RFC 9457) with a stable code."))
@SecurityScheme(
    securitySchemeName = "operator",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "OIDC token with the role operator in realm_access.roles")
public class ApiRoot extends Application {}
