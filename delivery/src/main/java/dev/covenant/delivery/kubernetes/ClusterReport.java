package dev.covenant.delivery.kubernetes;

/**
 * What a cluster runs of our services, in kubectl's words.
 *
 * @param environment the overlay's name
 */
public record ClusterReport(Kubectl kubectl, String environment) {
    private static final String OURS = "app.kubernetes.io/part-of=covenant";
    private static final String COLUMNS = String.join(
            ",",
            "custom-columns=SERVICE:.metadata.name",
            "IMAGE:.spec.template.spec.containers[0].image",
            "WANTED:.spec.replicas",
            "OF_THIS_VERSION:.status.updatedReplicas",
            "READY:.status.readyReplicas");

    /** A line for each service. */
    public String text() {
        return kubectl.run(
                "",
                "--namespace",
                ClusterTarget.namespace(environment),
                "get",
                "deployments",
                "--selector",
                OURS,
                "--output",
                COLUMNS);
    }
}
