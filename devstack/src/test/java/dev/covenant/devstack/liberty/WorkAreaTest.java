package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkAreaTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void configure() throws IOException {
        write("fragments/features.xml", "<feature>cdi</feature>");
        write("orders.xml", "<server>\n<!-- orders -->\n  <include location=\"features.xml\"/>\n</server>");
    }

    @Test
    void isThatOfAllServicesWithTheSameFragments() throws IOException {
        write("inventory.xml", "<server>\n  <include location=\"features.xml\"/>\n</server>");
        write("registry.xml", "<server>\n  <include location=\"other.xml\"/>\n</server>");
        assertThat(of("inventory.xml")).isEqualTo(of("orders.xml"));
        assertThat(of("registry.xml")).isNotEqualTo(of("orders.xml"));
    }

    @Test
    void isAnotherWhenTheFeaturesChange() throws IOException {
        var before = of("orders.xml");
        write("fragments/features.xml", "<feature>data</feature>");
        assertThat(of("orders.xml")).isNotEqualTo(before);
    }

    @Test
    void isKeptOnce() throws IOException {
        workArea("first");
        workArea("second");
        var kept = of("orders.xml");
        kept.keep(directory.resolve("first"));
        kept.keep(directory.resolve("second"));
        kept.giveTo(directory.resolve("run/workarea"));
        assertThat(directory.resolve("run/workarea/org.eclipse.osgi/framework.info.1"))
                .hasContent("first");
        assertThat(directory.resolve("run/workarea/platform/feature.cache")).hasContent("first");
        assertThat(directory.resolve("run/workarea/.sLock")).doesNotExist();
    }

    /** Of a server that never came so far as to have one. */
    @Test
    void needNotBeThere() {
        var kept = of("orders.xml");
        kept.keep(directory.resolve("nowhere"));
        kept.giveTo(directory.resolve("run/workarea"));
        assertThat(directory.resolve("run")).doesNotExist();
    }

    private void workArea(String server) throws IOException {
        for (var file : List.of(".sLock", "platform/feature.cache", "org.eclipse.osgi/framework.info.1")) {
            write(server + "/" + file, server);
        }
    }

    private WorkArea of(String server) {
        return WorkArea.of(directory.resolve("install"), directory.resolve(server), directory.resolve("fragments"));
    }

    private void write(String file, String content) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
