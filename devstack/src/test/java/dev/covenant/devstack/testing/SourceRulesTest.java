package dev.covenant.devstack.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SourceRulesTest {
    @TempDir
    private Path module;

    @Test
    void areKeptByThisModule() {
        var ours = new SourceRules(Path.of(""));

        assertThat(ours.tooLong()).isEmpty();
        assertThat(ours.undescribedPackages()).isEmpty();
    }

    @Test
    void aFileOf300LinesIsLongEnough() throws IOException {
        source("src/main/java/a/Long.java", 300);
        var longer = source("src/test/java/a/LongerTest.java", 301);

        assertThat(new SourceRules(module).tooLong()).containsExactly(longer);
    }

    @Test
    void everyPackageButThoseOfTestsIsDescribed() throws IOException {
        source("src/main/java/a/A.java", 1);
        source("src/main/java/a/package-info.java", 1);
        var undescribed = source("src/main/java/a/b/B.java", 1).getParent();
        source("src/test/java/c/CTest.java", 1);

        assertThat(new SourceRules(module).undescribedPackages()).containsExactly(undescribed);
    }

    private Path source(String name, int lines) throws IOException {
        var file = module.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "\n".repeat(lines));
    }
}
