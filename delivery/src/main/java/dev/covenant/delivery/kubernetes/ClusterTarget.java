package dev.covenant.delivery.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import dev.covenant.delivery.packages.Release;
import dev.covenant.delivery.rollout.Target;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Pause;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/**
 * A namespace of a cluster as a place to deploy to. Replicas are replaced by the Deployment's own controller, a new one ready before an old one
 * goes; what does not get ready in time is taken back. The image of the release is in the image registry.
 */
public final class ClusterTarget implements Target {
    private static final String NO_TAG = ":unset";
    private static final String CONFIGURATION = "app.kubernetes.io/component=configuration";
    /** The job's own limit, and what it may take to be seen. */
    private static final Duration MIGRATION_LIMIT = Duration.ofSeconds(330);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String ROLLOUT_LIMIT = "--timeout=600s";

    private final Kubectl kubectl;
    private final Path manifests;
    private final String environment;
    private final String images;

    /**
     * @param manifests delivery/kubernetes
     * @param environment the overlay's name; the namespace is {@code covenant-<environment>}
     * @param images where images are, without a slash at the end
     */
    public ClusterTarget(Kubectl kubectl, Path manifests, String environment, String images) {
        this.kubectl = kubectl;
        this.manifests = manifests;
        this.environment = environment;
        this.images = images;
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public void migrate(Release release, Progress progress) {
        var job = "job/%s-migration".formatted(release.service());
        progress.step("migrate", () -> {
            // What the job refers to, as it is in this environment: the rollout, which applies all of it, comes later.
            apply(rendered(overlay(release)), "--selector", CONFIGURATION);
            // A job cannot be changed; the one before is over, or its deployer died and it may as well start again.
            on("delete", job, "--ignore-not-found", "--wait");
            apply(rendered("%s/migration".formatted(release.service()))
                    .replace("image: covenant/" + release.service(), "image: " + image(release)));
            awaitEnd(job);
        });
    }

    /** Of which {@code kubectl wait} can await only one. */
    private void awaitEnd(String job) {
        var until = System.nanoTime() + MIGRATION_LIMIT.toNanos();
        while (true) {
            var state = on("get", job, "--output", "jsonpath={.status.conditions[?(@.status==\"True\")].type}");
            if (state.contains("Complete")) {
                return;
            }
            if (state.contains("Failed") || System.nanoTime() > until) {
                throw new DevstackException("The migration does not end well (%s). See: kubectl --namespace %s logs %s"
                        .formatted(state.isBlank() ? "it still runs" : state.strip(), namespace(), job));
            }
            Pause.of(BETWEEN_LOOKS, "a migration ran");
        }
    }

    @Override
    public void roll(Release release, Progress progress) {
        var deployment = "deployment/" + release.service();
        progress.step("roll out", () -> {
            apply(rendered(overlay(release))
                    .replace(NO_TAG, ":" + release.version())
                    .replace("registry.example/covenant", images));
            try {
                on("rollout", "status", deployment, ROLLOUT_LIMIT);
            } catch (DevstackException e) {
                undo(deployment, e);
                throw e;
            }
        });
    }

    private void undo(String deployment, DevstackException cause) {
        try {
            on("rollout", "undo", deployment);
            on("rollout", "status", deployment, ROLLOUT_LIMIT);
        } catch (DevstackException nothingBefore) {
            // Told beside what came first; the deployment goes on to the version before, or withdraws the only one.
            cause.addSuppressed(nothingBefore);
        }
    }

    @Override
    public void withdraw(Part service, Progress progress) {
        progress.step("withdraw", () -> on("delete", "deployment/" + service, "--ignore-not-found", "--wait"));
    }

    private String image(Release release) {
        return "%s/%s:%s".formatted(images, release.service(), release.version());
    }

    private String overlay(Release release) {
        return "%s/overlays/%s".formatted(release.service(), environment);
    }

    private String rendered(String directory) {
        return kubectl.run("", "kustomize", manifests.resolve(directory).toString());
    }

    private void apply(String objects, String... which) {
        run(objects, Stream.concat(Stream.of("apply", "-f", "-"), Stream.of(which)));
    }

    private String on(String verb, String... arguments) {
        return run("", Stream.concat(Stream.of(verb), Stream.of(arguments)));
    }

    private String run(String input, Stream<String> words) {
        return kubectl.run(
                input,
                Stream.concat(Stream.of("--namespace", namespace()), words).toArray(String[]::new));
    }

    static String namespace(String environment) {
        return "covenant-" + environment;
    }

    private String namespace() {
        return namespace(environment);
    }
}
