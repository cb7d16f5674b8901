package dev.covenant.devstack.stack;

import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.postgres.Postgres;

/** What each part is told about the others: the environment variables of the services' configuration tables. */
final class Wiring {
    private final StackPlan plan;
    private final StackSecrets secrets;

    Wiring(StackPlan plan, StackSecrets secrets) {
        this.plan = plan;
        this.secrets = secrets;
    }

    IssuerAddress issuer() {
        return new IssuerAddress(plan.ports().of(Part.ISSUER));
    }

    Map<String, String> service(Part service) {
        var environment = new HashMap<String, String>();
        environment.put("LOG_FORMAT", "simple");
        environment.putAll(secrets.database(service).environment(plan.ports().of(Part.POSTGRESQL)));
        environment.putAll(issuer().environment(service.id()));
        switch (service) {
            case ORDERS -> environment.putAll(ordersOnly());
            case PAYMENTS -> environment.putAll(paymentsOnly());
            default -> {}
        }
        return environment;
    }

    /** For the migration command: the runtime's variables and the owner's. */
    Map<String, String> migrations(Part service) {
        var environment = new HashMap<>(service(service));
        environment.putAll(secrets.database(service).ownerEnvironment());
        return environment;
    }

    Map<String, String> provider() {
        return Map.of(
                "PROVIDER_HOST", "localhost",
                "PROVIDER_PORT", Integer.toString(plan.ports().of(Part.PROVIDER)),
                "PROVIDER_KEY", secrets.providerKey(),
                "DB_HOST", Postgres.HOST,
                "DB_PORT", Integer.toString(plan.ports().of(Part.POSTGRESQL)),
                "DB_NAME", Part.PROVIDER.id(),
                "DB_USER", Part.PROVIDER.id(),
                "DB_PASSWORD", secrets.providerDatabasePassword());
    }

    private Map<String, String> ordersOnly() {
        return Map.of(
                "INVENTORY_URL", plan.ports().url(Part.INVENTORY),
                "PAYMENTS_URL", plan.ports().url(Part.PAYMENTS),
                "TOKEN_URL", issuer().tokenEndpoint().toString(),
                "CLIENT_ID", Part.ORDERS.id(),
                "CLIENT_SECRET", secrets.clientSecret(),
                "ENCRYPTION_KEY", secrets.encryptionKey(Part.ORDERS));
    }

    private Map<String, String> paymentsOnly() {
        return Map.of(
                "PROVIDER_URL", plan.ports().url(Part.PROVIDER),
                "PROVIDER_KEY", secrets.providerKey(),
                "ENCRYPTION_KEY", secrets.encryptionKey(Part.PAYMENTS));
    }
}
