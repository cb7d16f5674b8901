package dev.covenant.delivery.gate;

/** What a deployment asks of the contract registry, and tells it. */
public interface Registry {

    /** Whether the version keeps, and finds kept, its contracts with all that is in the environment. */
    Verdict canIDeploy(String service, String version, String environment);

    /**
     * From now on this version, and no other, is in the environment. To be said when that is so; saying it again changes nothing.
     *
     * @throws dev.covenant.devstack.DevstackException when it was not recorded
     */
    void recordDeployment(String service, String version, String environment);

    /**
     * From now on no version of it is in the environment; saying it again changes nothing.
     *
     * @throws dev.covenant.devstack.DevstackException when it was not recorded
     */
    void recordWithdrawal(String service, String environment);
}
