package dev.covenant.devstack.stack;

import java.util.HashMap;
import java.util.Map;

import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.issuer.IssuerAddress;
import dev.covenant.devstack.postgres.Postgres;

/** What each part is told about the others: the environment variables of the services' configuration tables. */
final class Wiring {
    /** Like the token issuer, which believes everybody: for this machine only. */
    private static final String LOCAL_USER = "admin:%1$s:%1$s".formatted(RegistryAddress.LOCAL_USER);

    private final StackPlan plan;
    private final StackSecrets secrets;
    private final Links links;

    Wiring(StackPlan plan, StackSecrets secrets, Links links) {
        this.plan = plan;
        this.secrets = secrets;
        this.links = links;
    }

    IssuerAddress issuer() {
        return new IssuerAddress(plan.ports().of(Part.ISSUER));
    }

    Map<String, String> service(Part service) {
        var environment = new HashMap<String, String>();
        environment.put("LOG_FORMAT", "simple");
        environment.put("METRICS_AUTHENTICATION", "false");
        environment.putAll(secrets.database(service).environment(links.port(service, Part.POSTGRESQL)));
        environment.putAll(issuer().environment(service.id()));
        switch (service) {
            case ORDERS -> {
                environment.putAll(ordersOnly());
                environment.putAll(tokens(service));
            }
            case PAYMENTS -> {
                environment.putAll(paymentsOnly());
                environment.putAll(tokens(service));
            }
            case REGISTRY -> environment.put("REGISTRY_USERS", LOCAL_USER);
            default -> {}
        }
        environment.putAll(plan.settings().getOrDefault(service, Map.of()));
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

    /** For a service that calls another one of ours. */
    private Map<String, String> tokens(Part service) {
        var issuer = new IssuerAddress(links.port(service, Part.ISSUER));
        return Map.of(
                "TOKEN_URL", issuer.tokenEndpoint().toString(),
                "CLIENT_ID", service.id(),
                "CLIENT_SECRET", secrets.clientSecret());
    }

    private Map<String, String> ordersOnly() {
        return Map.of(
                "INVENTORY_URL", links.url(Part.ORDERS, Part.INVENTORY),
                "PAYMENTS_URL", links.url(Part.ORDERS, Part.PAYMENTS),
                "ENCRYPTION_KEY", secrets.encryptionKey(Part.ORDERS));
    }

    /** Outcomes that are told to orders wait while it does not run. */
    private Map<String, String> paymentsOnly() {
        return Map.of(
                "ORDERS_URL", links.url(Part.PAYMENTS, Part.ORDERS),
                "PROVIDER_URL", links.url(Part.PAYMENTS, Part.PROVIDER),
                "PROVIDER_KEY", secrets.providerKey(),
                "ENCRYPTION_KEY", secrets.encryptionKey(Part.PAYMENTS));
    }
}
