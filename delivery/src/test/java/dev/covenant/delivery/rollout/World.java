package dev.covenant.delivery.rollout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.covenant.delivery.gate.Registry;
import dev.covenant.delivery.gate.Verdict;
import dev.covenant.delivery.packages.Release;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** Registry and environment in one: replicas are a list of versions. Everything that is asked of it is a step, and may be the last. */
final class World implements Registry, Target {
    final List<String> calls = new ArrayList<>();
    final List<String> serving = new ArrayList<>();
    final Map<String, String> recorded = new HashMap<>();
    final List<String> refused = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    boolean registryIsAway;
    Runnable whenReplacing = () -> {};
    Runnable whenRecorded = () -> {};
    int stepsToLive = Integer.MAX_VALUE;

    @Override
    public Verdict canIDeploy(String service, String version, String environment) {
        step("ask");
        return refused.contains(version)
                ? new Verdict.No(List.of("a charge is answered with its state: no such field"))
                : new Verdict.Yes();
    }

    @Override
    public void recordDeployment(String service, String version, String environment) {
        step("record");
        if (registryIsAway) {
            throw new DevstackException("The registry does not answer");
        }
        recorded.put(environment, version);
        whenRecorded.run();
    }

    @Override
    public void recordWithdrawal(String service, String environment) {
        recorded.remove(environment);
    }

    @Override
    public String environment() {
        return "production";
    }

    @Override
    public void migrate(Release release, Progress progress) {
        step("migrate");
    }

    @Override
    public void roll(Release release, Progress progress) {
        while (serving.stream().filter(release.version()::equals).count() < DeploymentTest.REPLICAS) {
            step("replace");
            if (broken.contains(release.version())) {
                throw new DevstackException(release + " is never ready");
            }
            serving.stream()
                    .filter(version -> serving.size() == DeploymentTest.REPLICAS && !version.equals(release.version()))
                    .findFirst()
                    .ifPresent(serving::remove);
            serving.add(release.version());
            whenReplacing.run();
        }
    }

    @Override
    public void withdraw(Part service, Progress progress) {
        serving.clear();
    }

    private void step(String call) {
        if (stepsToLive-- <= 0) {
            throw new Killed();
        }
        calls.add(call);
    }

    /** SIGKILL: nobody catches it, nothing is tidied up. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
