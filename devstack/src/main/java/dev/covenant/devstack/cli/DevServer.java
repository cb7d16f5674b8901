package dev.covenant.devstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Directories;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.StackPlan;

/** The Liberty user directory of dev mode, which runs classes where they are compiled, beside the package that others run. */
record DevServer(StackPlan plan) {
    /**
     * A packaged server never looks for changes; this one looks often. Reading every library for the OpenAPI document would
     * take half of each redeployment.
     */
    private static final String FOR_CHANGES = """
            <server>
              <applicationMonitor updateTrigger="polled" pollingRate="100ms"/>
              <variable name="mp.openapi.scan.packages" value="dev.covenant"/>
            </server>
            """;

    /** Makes it anew from the last package, without the packaged application. */
    Path prepare(Part service) {
        var user = plan.directory().root().resolve("dev").resolve(service.id());
        var server = user.resolve("servers").resolve(service.id());
        // Maven then compiles the module once, and its compiler is warm when the first change is saved.
        Directories.delete(plan.workspace().build(service.module()).resolve("maven-status"));
        Directories.delete(user);
        Directories.copy(plan.workspace().build(service.module()).resolve("liberty-usr"), user);
        Directories.delete(server.resolve("apps"));
        try {
            var overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
            Files.writeString(overrides.resolve("for-changes.xml"), FOR_CHANGES);
            return user;
        } catch (IOException e) {
            throw new DevstackException("Cannot write below " + user + ": " + e.getMessage(), e);
        }
    }
}
