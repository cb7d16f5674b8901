package dev.covenant.payments.api.v1;

import jakarta.persistence.PersistenceUnit;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST application; every path below it needs a token for the audience {@code payments}. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@PersistenceUnit(name = "java:app/env/persistence/payments", unitName = "payments")
@OpenAPIDefinition(
        info = @Info(title = "Covenant payments", version = "1", description = "Payments, refunds and the ledger."),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public class PaymentsApplication extends Application {}
