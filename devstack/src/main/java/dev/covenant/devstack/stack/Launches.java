package dev.covenant.devstack.stack;

import java.util.List;
import java.util.Map;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.issuer.IssuerProcess;
import dev.covenant.devstack.liberty.LibertyServer;
import dev.covenant.devstack.liberty.Migrations;
import dev.covenant.devstack.liberty.ServerPackage;
import dev.covenant.devstack.liberty.ServerSettings;
import dev.covenant.devstack.ports.Ports;
import dev.covenant.devstack.process.Launch;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.process.SimpleServer;
import dev.covenant.devstack.provider.SimulatedProvider;

/** How each part of a plan is started. */
public final class Launches {
    private static final String START_OVER =
            "%nIf the data on this machine may go, start over: ./covenant up --fresh".formatted();

    private final StackPlan plan;
    private final Wiring wiring;

    public Launches(StackPlan plan) {
        this(plan, new StackSecrets(plan.directory().secrets()), Links.direct(plan.ports()));
    }

    Launches(StackPlan plan, StackSecrets secrets, Links links) {
        this.plan = plan;
        this.wiring = new Wiring(plan, secrets, links);
    }

    /** A service's server from its last build, not started yet. */
    public LibertyServer server(Part service) {
        return new LibertyServer(
                built(service),
                ServerSettings.quick(plan.ports().of(service), plan.directory().run(service), wiring.service(service)));
    }

    /** One more server of a service on a free port, not started yet. {@code settings} win over those of the first one. */
    LibertyServer replica(Part service, String name, Map<String, String> settings) {
        var environment = wiring.service(service);
        environment.putAll(settings);
        var run = plan.directory().replica(service, name);
        return new LibertyServer(built(service), ServerSettings.quick(Ports.free(), run, environment));
    }

    /** Brings a service's schema up to date. PostgreSQL runs and has its database. */
    public void migrate(Part service, Lifetime lifetime) {
        var built = built(service);
        var environment = wiring.migrations(service);
        environment.put("DB_DEMO", Boolean.toString(plan.kept() && built.hasDemoData()));
        try {
            Migrations.run(built, environment, plan.directory().migrationLog(service), lifetime);
        } catch (DevstackException e) {
            throw plan.kept() ? new DevstackException(e.getMessage() + START_OVER, e) : e;
        }
    }

    /** What a service reads from its environment, its own address aside. */
    public Map<String, String> environment(Part service) {
        return wiring.service(service);
    }

    /** What a service's migration command reads from its environment: the owner's password is in it. */
    public Map<String, String> migrationEnvironment(Part service) {
        return wiring.migrations(service);
    }

    SimpleServer issuer() {
        var arguments = List.of(
                Integer.toString(plan.ports().of(Part.ISSUER)),
                plan.signingKey().toString());
        return ofThisClasspath(Part.ISSUER, IssuerProcess.class, arguments, Map.of());
    }

    SimpleServer provider() {
        return ofThisClasspath(Part.PROVIDER, SimulatedProvider.class, List.of(), wiring.provider());
    }

    private SimpleServer ofThisClasspath(
            Part part, Class<?> main, List<String> arguments, Map<String, String> environment) {
        var launch = Launch.java(
                part.id(),
                System.getProperty("java.class.path"),
                main.getName(),
                arguments,
                environment,
                plan.directory().log(part));
        return new SimpleServer(launch, plan.ports().health(part));
    }

    private ServerPackage built(Part service) {
        var workspace = plan.workspace();
        return ServerPackage.of(workspace.build(service.module()), workspace.libertyInstall());
    }
}
