package dev.covenant.delivery.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackagesTest {
    @TempDir
    private Path root;

    private Packages packages;

    @BeforeEach
    void empty() {
        packages = new Packages(root.resolve("packages"));
    }

    @Test
    void isFoundByTheBeginningOfItsVersion() throws IOException {
        add("abc111", "first");
        add("abd222", "second");
        assertThat(packages.get(Part.PAYMENTS, "abd").version()).isEqualTo("abd222");
        assertThatThrownBy(() -> packages.get(Part.PAYMENTS, "ab"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("More than one package of payments");
        assertThatThrownBy(() -> packages.get(Part.ORDERS, "abc"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("./covenant build orders");
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        add("abc111", "first");
        add("abc111", "second");
        assertThat(packages.get(Part.PAYMENTS, "abc111").directory().resolve("file"))
                .hasContent("first");
    }

    @Test
    void onlyWhatWasBuiltIsUsed() throws IOException {
        add("abc111", "first");
        var directory = packages.get(Part.PAYMENTS, "abc111").directory();
        Files.writeString(directory.resolve("another"), "smuggled in");
        assertThatThrownBy(() -> packages.get(Part.PAYMENTS, "abc111"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("not as it was built");
        Files.delete(directory.resolve("another"));
        packages.get(Part.PAYMENTS, "abc111");
        Files.writeString(directory.resolve("file"), "changed");
        assertThatThrownBy(() -> packages.get(Part.PAYMENTS, "abc111")).isInstanceOf(DevstackException.class);
    }

    private void add(String version, String content) throws IOException {
        var made = packages.draft();
        Files.writeString(made.resolve("file"), content);
        packages.add(Part.PAYMENTS, version, made);
    }
}
