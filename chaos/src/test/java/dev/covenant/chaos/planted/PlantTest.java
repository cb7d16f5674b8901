package dev.covenant.chaos.planted;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;

class PlantTest {
    private static final Path ROOT = Workspace.find().root();

    /** Whoever changes what a bug is planted in changes the patch with it. */
    @ParameterizedTest
    @MethodSource("plants")
    void fitsTheTreeAsItIs(Plant plant) throws IOException, InterruptedException {
        assertThat(plant.words()).endsWith(".");
        assertThat(plant.arguments()).contains("--seed", "--kinds");
        // Broken by a slow machine, too.
        assertThat(plant.foundBy()).isNotEmpty().doesNotContain("answered", "saga-is-done");
        var check = new ProcessBuilder("git", "apply", "--check", plant.patch().toString())
                .directory(ROOT.toFile())
                .inheritIO()
                .start();
        assertThat(check.waitFor()).isZero();
    }

    static Iterable<Plant> plants() {
        var plants = Plant.in(ROOT.resolve("chaos/planted"));
        assertThat(plants).hasSize(5);
        return plants;
    }
}
