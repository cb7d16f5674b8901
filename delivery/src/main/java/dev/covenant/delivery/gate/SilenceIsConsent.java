package dev.covenant.delivery.gate;

import dev.covenant.devstack.DevstackException;

/**
 * A registry whose silence is no objection, for taking back what customers suffer from while it is away. Its No is still a No. What it
 * does not answer to is not recorded either, and is to be said again.
 */
public record SilenceIsConsent(Registry registry) implements Registry {

    @Override
    public Verdict canIDeploy(String service, String version, String environment) {
        try {
            return registry.canIDeploy(service, version, environment);
        } catch (DevstackException noAnswer) {
            return new Verdict.Yes();
        }
    }

    @Override
    public void recordDeployment(String service, String version, String environment) {
        registry.recordDeployment(service, version, environment);
    }

    @Override
    public void recordWithdrawal(String service, String environment) {
        registry.recordWithdrawal(service, environment);
    }
}
