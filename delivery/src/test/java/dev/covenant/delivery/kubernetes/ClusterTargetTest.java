package dev.covenant.delivery.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What kubectl is told; it is a script that writes it down. No cluster is behind it. */
class ClusterTargetTest {
    private static final String SCRIPT = """
            #!/bin/sh
            echo "$*" >> %1$s/called
            case "$*" in
              *kustomize*migration) echo "image: covenant/payments" ;;
              *kustomize*) echo "image: registry.example/covenant/payments:unset"; echo "a warning" >&2 ;;
              *"get job"*) if [ -e %1$s/broken ]; then echo Failed; else echo Complete; fi ;;
              *apply*) cat >> %1$s/applied ;;
              *"rollout undo"*) if [ -e %1$s/first ]; then echo "no rollout history"; exit 1; fi ;;
              *"rollout status"*) if [ -e %1$s/stuck ]; then rm %1$s/stuck; exit 1; fi ;;
            esac
            """;

    @TempDir
    private Path directory;

    private Release release;
    private ClusterTarget target;

    @BeforeEach
    void kubectl() throws IOException {
        var script = directory.resolve("kubectl");
        Files.writeString(script, SCRIPT.formatted(directory));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        release = new Release(Part.PAYMENTS, "c0ffee", directory);
        target = new ClusterTarget(
                new Kubectl(script.toString()), Path.of("manifests"), "production", "images.example/shop");
    }

    @Test
    void migratesWithTheImageOfTheReleaseAndWaits() throws IOException {
        target.migrate(release, Progress.silent());
        assertThat(lines("applied").getLast()).isEqualTo("image: images.example/shop/payments:c0ffee");
        assertThat(lines("called").getLast())
                .startsWith("--namespace covenant-production get job/payments-migration --output jsonpath=");
    }

    /** In a new namespace nothing else has brought it, and in an old one it is of the deployment before. */
    @Test
    void theConfigurationThatTheMigrationReadsIsThereBeforeIt() throws IOException {
        target.migrate(release, Progress.silent());
        assertThat(lines("called"))
                .containsSubsequence(
                        "kustomize manifests/payments/overlays/production",
                        "--namespace covenant-production apply -f - --selector app.kubernetes.io/component=configuration",
                        "kustomize manifests/payments/migration",
                        "--namespace covenant-production apply -f -");
    }

    @Test
    void aMigrationThatFailsIsNotWaitedFor() throws IOException {
        Files.createFile(directory.resolve("broken"));
        assertThatThrownBy(() -> target.migrate(release, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("Failed")
                .hasMessageContaining("kubectl --namespace covenant-production logs job/payments-migration");
    }

    @Test
    void rollsOutTheVersionAndNoTagThatMoves() throws IOException {
        target.roll(release, Progress.silent());
        assertThat(lines("called"))
                .containsExactly(
                        "kustomize manifests/payments/overlays/production",
                        "--namespace covenant-production apply -f -",
                        "--namespace covenant-production rollout status deployment/payments --timeout=600s");
        assertThat(lines("applied")).containsExactly("image: images.example/shop/payments:c0ffee");
    }

    @Test
    void whatDoesNotGetReadyIsUndone() throws IOException {
        Files.createFile(directory.resolve("stuck"));
        assertThatThrownBy(() -> target.roll(release, Progress.silent())).isInstanceOf(DevstackException.class);
        assertThat(lines("called"))
                .endsWith(
                        "--namespace covenant-production rollout undo deployment/payments",
                        "--namespace covenant-production rollout status deployment/payments --timeout=600s");
    }

    /** The first deployment of all: its reason is told, and not that there is no version before it. */
    @Test
    void whatCannotBeUndoneStillSaysWhatWentWrong() throws IOException {
        Files.createFile(directory.resolve("stuck"));
        Files.createFile(directory.resolve("first"));
        assertThatThrownBy(() -> target.roll(release, Progress.silent()))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("rollout status");
    }

    @Test
    void theStatusIsWhatKubectlSaysOfOurDeployments() throws IOException {
        new ClusterReport(new Kubectl(directory.resolve("kubectl").toString()), "production").text();
        assertThat(lines("called").getLast())
                .startsWith(
                        "--namespace covenant-production get deployments --selector app.kubernetes.io/part-of=covenant --output");
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file));
    }
}
