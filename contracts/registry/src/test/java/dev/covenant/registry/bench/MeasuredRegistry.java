package dev.covenant.registry.bench;

import java.util.Map;
import javax.sql.DataSource;

import org.jdbi.v3.core.Jdbi;

import dev.covenant.devstack.testing.ServerSetup;
import dev.covenant.devstack.testing.TestParts;
import dev.covenant.registry.testing.RegistryUsers;

/** A registry of which every query can be explained: its sessions load auto_explain, silent until {@link Plans} wakes it. */
public final class MeasuredRegistry implements ServerSetup {
    private DataSource superuser;

    @Override
    public Map<String, String> prepare(TestParts parts) {
        superuser = parts.postgres().superuser();
        Jdbi.create(superuser)
                .useHandle(handle ->
                        handle.execute("ALTER ROLE registry_app SET session_preload_libraries = 'auto_explain'"));
        return new RegistryUsers().prepare(parts);
    }

    /** As the package says, with the JIT's second compiler, and whatever else is to be tried. */
    @Override
    public String jvm() {
        return System.getProperty("bench.jvm", "");
    }

    Plans plans() {
        return new Plans(superuser);
    }
}
