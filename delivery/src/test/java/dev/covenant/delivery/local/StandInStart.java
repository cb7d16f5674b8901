package dev.covenant.delivery.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.process.ChildProcess;
import dev.covenant.devstack.process.Launch;

/** Starts stand-ins. */
final class StandInStart implements ReplicaStart {
    private final Path root;
    private final List<Integer> ports;
    private boolean diesBeforeItIsWrittenDown;

    StandInStart(Path root, List<Integer> ports) {
        this.root = root;
        this.ports = ports;
    }

    /** The next start is the last thing that its deployer does. */
    void dieBeforeItIsWrittenDown() {
        diesBeforeItIsWrittenDown = true;
    }

    @Override
    public Started start(Release release, int slot) {
        var process = ChildProcess.start(Launch.java(
                "replica",
                System.getProperty("java.class.path"),
                StandInServer.class.getName(),
                List.of(Integer.toString(ports.get(slot - 1)), release.version()),
                Map.of("WLP_USER_DIR", directory(slot).resolve("usr").toString()),
                directory(slot).resolve("console.log")));
        if (diesBeforeItIsWrittenDown) {
            diesBeforeItIsWrittenDown = false;
            throw new Killed();
        }
        return new Started(process, () -> false);
    }

    @Override
    public Path directory(int slot) {
        return root.resolve("replica-" + slot);
    }

    @Override
    public URI address(int slot) {
        return URI.create("http://localhost:%d/".formatted(ports.get(slot - 1)));
    }
}
