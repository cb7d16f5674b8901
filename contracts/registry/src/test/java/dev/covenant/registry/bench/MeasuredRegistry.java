package dev.covenant.registry.bench;

import java.util.HashMap;
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
        var environment = new HashMap<>(new RegistryUsers().prepare(parts));
        // glibc would give each of the server's threads memory of its own, and keep it.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /** As it is run for others, with the JIT's second compiler. */
    @Override
    public String jvm() {
        return "-XX:+UseSerialGC -Xmx192m";
    }

    Plans plans() {
        return new Plans(superuser);
    }
}
