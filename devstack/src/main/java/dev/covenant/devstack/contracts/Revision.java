package dev.covenant.devstack.contracts;

/**
 * A version of a service as the registry knows it.
 *
 * @param service its name there
 * @param commit the last one that touched what the service is made of: its version
 * @param branch that it is on
 */
public record Revision(String service, String commit, String branch) {
    private static final int SHORT = 9;

    /** For people. */
    @Override
    public String toString() {
        return service + " " + shortened(commit);
    }

    static String shortened(String version) {
        return version.length() > SHORT ? version.substring(0, SHORT) : version;
    }
}
