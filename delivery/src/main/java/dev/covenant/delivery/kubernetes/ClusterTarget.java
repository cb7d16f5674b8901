package dev.covenant.delivery.kubernetes;

import java.nio.file.Path;

import dev.covenant.delivery.packages.Release;
import dev.covenant.delivery.rollout.Target;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/**
 * A namespace of a cluster as a place to deploy to. Replicas are replaced by the Deployment's own controller, a new one ready before an old one
 * goes; what does not get ready in time is taken back. The image of the release is in the image registry.
 */
public final class ClusterTarget implements Target {
    private static final String NO_TAG = ":unset";
    private static final String MIGRATION_LIMIT = "--timeout=300s";
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
            // A job cannot be changed; the one before is over, or its deployer died and it may as well start again.
            on("delete", job, "--ignore-not-found", "--wait");
            apply(rendered("%s/migration".formatted(release.service()))
                    .replace("image: covenant/" + release.service(), "image: " + image(release)));
            on("wait", job, "--for=condition=complete", MIGRATION_LIMIT);
        });
    }

    @Override
    public void roll(Release release, Progress progress) {
        var deployment = "deployment/" + release.service();
        progress.step("roll out", () -> {
            apply(rendered("%s/overlays/%s".formatted(release.service(), environment))
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

    private String rendered(String directory) {
        return kubectl.run("", "kustomize", manifests.resolve(directory).toString());
    }

    private void apply(String objects) {
        kubectl.run(objects, "--namespace", namespace(), "apply", "-f", "-");
    }

    private void on(String verb, String... arguments) {
        var command = new String[arguments.length + 3];
        command[0] = "--namespace";
        command[1] = namespace();
        command[2] = verb;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        kubectl.run("", command);
    }

    static String namespace(String environment) {
        return "covenant-" + environment;
    }

    private String namespace() {
        return namespace(environment);
    }
}
